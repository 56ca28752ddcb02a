import type { PluginProof, ProofBench, ProofScene } from '@twi/testing';
import { leaveTraces } from './proof/leave-traces.ts';

const FORM = { title: 'x', creator: 'x', tags: 'x', rating: ['everybody'] };

/** What the proofs of the whole bot need to cover the gallery. */
export const proof: PluginProof = {
  handlers: {
    import: { state: () => 'pause:1' },
    repost: { state: () => 'cancel:1:0' },
    'repost-author': { state: () => 'remove:1:1' },
    'repost-form': { fields: { ...FORM, description: 'x' } },
    'repost-select': { state: () => 'choice:1' },
    review: { state: () => 'later:1' },
    'review-form': { fields: FORM },
  },
  sow,
  leaveTraces,
  traceless: { item_tags: 'A tag takes no ids.' },
};

/** An item with a tag and a creator, and one that is removed. */
async function sow({ play }: ProofBench, { ownerId, channelId, sideId }: ProofScene): Promise<void> {
  const owner = play(ownerId, channelId);
  const item = { url: 'https://example.org/one', creator: 'Cat', tags: 'cats' };
  await owner.does('gallery add', { ...item, title: 'One' }, /One/);
  await owner.does('gallery add', { ...item, url: 'https://example.org/two', title: 'Two' }, /Two/);
  await owner.does('gallery remove', { id: '2' }, /#2/);
  await owner.does('gallery-admin channel add', { channel: sideId }, /./);
}
