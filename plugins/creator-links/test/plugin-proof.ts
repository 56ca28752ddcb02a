import type { PluginProof, ProofBench, ProofCast, ProofScene } from '@twi/testing';

const DONE = /./;

/** What the proofs of the whole bot need to cover creator links. */
export const proof: PluginProof = {
  handlers: {
    library: { state: () => '1:' },
    profile: { state: ({ victimId }) => `${victimId}.1` },
  },
  sow,
  leaveTraces,
};

/** Somebody has a link and a removed one; the library has one. */
async function sow({ play }: ProofBench, { ownerId, channelId, victimId }: ProofScene): Promise<void> {
  const victim = play(victimId, channelId);
  await victim.does('creator-link add', { title: 'Art', url: 'https://example.org/art' }, /Art/);
  await victim.does('creator-link add', { title: 'Old', url: 'https://example.org/old' }, /Old/);
  await victim.does('creator-link remove', { title: 'Old' }, /Old/);
  const entry = { title: 'Rules', 'url-or-text': 'Be kind', tag: 'staff' };
  await play(ownerId, channelId).does('link add', entry, /Rules/);
}

/** Links of theirs, links of others that they confirmed, and the library; with their id wherever it is taken. */
async function leaveTraces(_: ProofBench, { una, bob }: ProofCast): Promise<void> {
  const url = `https://example.org/${una.id}`;
  await una.does('creator-link add', { title: 'Art', url }, DONE);
  await una.does('creator-link edit', { title: 'Art', url: `${url}/new` }, DONE);
  await bob.does('creator-link add', { title: 'Friend', url }, DONE);
  await una.does('creator-link verify', { user: bob.id, title: 'Friend' }, DONE);
  await una.does('link add', { title: 'Una', 'url-or-text': url }, DONE);
}
