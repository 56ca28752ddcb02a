import { textOf, type ProofBench, type ProofCast } from '@twi/testing';
import { vi } from 'vitest';
import { picture } from '../repost-scene.ts';

const DONE = /./;
const SOON = { timeout: 15_000, interval: 50 };

/** Lets a person leave traces of every kind that the gallery keeps; the scan of the proof says which kinds are missing. */
export async function leaveTraces(bench: ProofBench, cast: ProofCast): Promise<void> {
  await collect(cast);
  await beStarred(bench, cast);
  await importPosts(bench, cast);
  await beReposted(bench, cast);
}

/** Items of theirs, and with their id in every text; the one that they keep has a file. */
async function collect({ una, sideId }: ProofCast): Promise<void> {
  const words = { creator: `<@${una.id}>`, tags: 'una', description: `By <@${una.id}>` };
  const url = `https://example.org/${una.id}`;
  await una.does('gallery add', { title: `Link ${una.id}`, url, ...words }, DONE);
  const image = { filename: `${una.id}.png`, bytes: await picture(1), contentType: 'image/png' };
  await una.does('gallery add', { title: 'Picture', image }, DONE);
  await una.does('gallery-admin channel add', { channel: sideId }, DONE);
}

async function beStarred({ guild, sandbox }: ProofBench, { una, owner, bob }: ProofCast): Promise<void> {
  const { id: board } = guild.addChannel({ name: 'board' });
  const set = (key: string, value: string) =>
    owner.does('config set', { plugin: 'gallery', key, value }, new RegExp(key));
  await set('starboardChannel', board);
  await set('starboardThreshold', '1');
  const starred = await una.actor.send('A joke that everybody likes');
  await bob.actor.react(starred, '⭐');
  await vi.waitUntil(() => sandbox.messages(board).length > 0, SOON);
}

/** They begin a repost of somebody else's message; theirs is reposted, and they want no more of that. */
async function beReposted({ sandbox, guild }: ProofBench, { una, owner, bob }: ProofCast): Promise<void> {
  const { id: source } = guild.addChannel({ name: 'art' });
  const post = async (of: typeof una, seed: number) =>
    of.actor.in(source).send('', {
      attachments: [{ filename: 'art.png', bytes: await picture(seed), contentType: 'image/png' }],
    });
  const others = await post(bob, 2);
  await una.actor.in(source).contextMenu('Repost to gallery', { messageId: others.id });
  const own = await post(una, 3);
  const actor = owner.actor.in(source);
  const panel = await (await actor.contextMenu('Repost to gallery', { messageId: own.id })).settled();
  const form = await actor.click(panel.response!, 'Continue');
  const preview = await actor.submit(form.modal, { title: 'Art', rating: ['everybody'] });
  await actor.click((await preview.settled()).response!, 'Post');
  const notice = await vi.waitFor(() => {
    const found = sandbox.directMessages(una.id).findLast((message) => textOf(message).includes('gallery'));
    if (!found) throw new Error('Nobody told the author of the repost.');
    return found;
  }, SOON);
  await una.actor.in(notice.channel_id).click(notice, 'Do not repost my work');
}

async function importPosts({ guild, database }: ProofBench, { una }: ProofCast): Promise<void> {
  const { id: source } = guild.addChannel({ name: 'old-art' });
  const attachment = { filename: 'old.png', bytes: await picture(4), contentType: 'image/png' };
  await una.actor.in(source).send(`Old art of <@${una.id}>`, { attachments: [attachment] });
  await una.does('gallery-admin import', { channel: source }, DONE);
  const db = database.handle.forPlugin('gallery');
  await vi.waitUntil(async () => {
    const rows = await db.selectFrom('gallery.import_entries').select('id').execute();
    return rows.length > 0;
  }, SOON);
}
