import { command, type Deed, type Scene } from './deed.ts';

/** What people do with links. */
export const LINK_DEEDS: readonly Deed[] = [
  { kind: 'creator-link', weight: 4, by: 'member', perform: addAndEdit },
  command({ kind: 'link', weight: 2, by: 'staff' }, 'link add', ({ turn }) => ({
    title: turn.mark,
    'url-or-text': 'Rules are rules.',
  })),
  { kind: 'undo', weight: 2, by: 'doubter', perform: addAndUndo },
];

/** And removes it, since nobody may have any number of them. */
async function addAndEdit({ turn, actor }: Scene): Promise<void> {
  const title = turn.mark;
  await turn.answer(actor.slash('creator-link add', { title, url: `https://ko-fi.com/${title}` }));
  await turn.answer(actor.slash('creator-link edit', { title, username: title }));
  await turn.answer(actor.slash('creator-link remove', { title }));
}

/** What is undone is the last thing that they did: one after the other. */
async function addAndUndo({ stage, turn, actor }: Scene): Promise<void> {
  await stage.oneAtATime(async () => {
    const text = 'On second thought, no.';
    await turn.answer(actor.slash('link add', { title: turn.mark, 'url-or-text': text }));
    await turn.answer(actor.slash('undo'));
  });
}
