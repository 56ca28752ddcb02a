import { command, type Deed, type Scene } from './deed.ts';

/** What people do with works of art. */
export const GALLERY_DEEDS: readonly Deed[] = [
  command({ kind: 'gallery-add', weight: 4, by: 'staff' }, 'gallery add', ({ turn }) => ({
    title: turn.mark,
    url: `https://example.org/${turn.mark}.png`,
  })),
  { kind: 'repost', weight: 3, by: 'staff', perform: repost },
  { kind: 'star', weight: 3, by: 'member', perform: star },
];

async function repost({ stage, talk, turn, actor }: Scene): Promise<void> {
  const author = stage.actor(stage.pickMember()).in(actor.channelId);
  const messageId = await talk.say(stage, author, `A poem, ${turn.mark}`);
  turn.aim(messageId);
  const { response: panel } = await turn.answer(actor.contextMenu('Repost to gallery', { messageId }));
  const { modal } = await turn.answer(actor.click(panel?.id ?? '', 'Continue'));
  const { response: preview } = await turn.answer(actor.submit(modal, { rating: 'everybody' }));
  await turn.answer(actor.click(preview?.id ?? '', 'Post'));
}

/** As many as the board asks for; the author's own would not count. */
async function star({ stage, talk, turn, actor }: Scene): Promise<void> {
  const id = await talk.say(stage, actor, `Look at this, ${turn.mark}`);
  const fans = stage.members.filter((member) => member !== actor.userId).slice(0, 2);
  for (const fan of fans) await stage.actor(fan).in(actor.channelId).react(id, '⭐');
}
