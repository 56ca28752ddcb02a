import type { PluginProof, ProofBench, ProofCast, ProofPerson, ProofScene } from '@twi/testing';

const FOLLOWED = /is followed/;
const NOWHERE = 'http://127.0.0.1:9/w/api.php';

/** What the proofs of the whole bot need to cover integrations. */
export const proof: PluginProof = {
  handlers: {
    'add-to-gallery': { state: () => '00000000-0000-4000-8000-000000000000' },
    'credentials-form': { state: () => 'google', fields: { 0: 'a-key-that-is-none', 1: 'engine' } },
    'feed-health': { state: () => 'none' },
    'feed-list': { state: () => 'none' },
    find: { state: () => '8::chess' },
    'remove-credentials': { state: () => 'google' },
    'share-summary': { state: ({ channelId }) => channelId },
    wiki: { state: () => '5::chess' },
  },
  sow,
  leaveTraces,
};

/** A feed, one that rests, and one that is removed. The wiki is none, so that nobody elsewhere is asked. */
async function sow({ play }: ProofBench, { ownerId, channelId, sideId }: ProofScene): Promise<void> {
  const owner = play(ownerId, channelId);
  await owner.does('config set', { plugin: 'integrations', key: 'wikiApi', value: NOWHERE }, /wikiApi/);
  const target = await publish(owner, 'Everything');
  await owner.does('feed add', { source: 'rss', target, channel: channelId }, FOLLOWED);
  await owner.does('feed add', { source: 'rss', target, channel: sideId }, FOLLOWED);
  await owner.does('feed pause', { feed: '2' }, /is paused/);
  const other = await publish(owner, 'Removed');
  await owner.does('feed add', { source: 'rss', target: other, channel: sideId }, FOLLOWED);
  await owner.does('feed remove', { feed: '3' }, /is removed/);
}

/** A feed that they added and paused; its name, its items and its filter hold their id. */
async function leaveTraces(_: ProofBench, { una, owner, sideId }: ProofCast): Promise<void> {
  const target = await publish(owner, una.id);
  await una.does('feed add', { source: 'rss', target, channel: sideId, include: una.id }, FOLLOWED);
  const number = /#(\d+)/.exec(await una.slash('feed list'))?.[1] ?? '';
  await una.does('feed pause', { feed: number }, /is paused/);
}

/** Puts a feed where the bot may read it: Discord keeps files, and here it is the sandbox. */
async function publish({ actor }: ProofPerson, title: string): Promise<string> {
  const item = `<item><guid isPermaLink="false">1</guid><title>${title}</title></item>`;
  const bytes = Buffer.from(`<rss version="2.0"><channel><title>${title}</title>${item}</channel></rss>`);
  const { attachments } = await actor.send('A feed', {
    attachments: [{ filename: 'feed.xml', contentType: 'application/rss+xml', bytes }],
  });
  const [file] = attachments;
  if (!file) throw new Error('The sandbox kept no file.');
  return file.url;
}
