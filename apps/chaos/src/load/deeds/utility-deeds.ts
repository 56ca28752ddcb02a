import { command, type Deed, type Scene } from './deed.ts';

/** How soon somebody wants to be reminded. */
const REMINDED_AFTER_MS = 15_000;

/** What everybody does with the small things, and what the owner sets. */
export const UTILITY_DEEDS: readonly Deed[] = [
  command({ kind: 'quote', weight: 4, by: 'staff' }, 'quote add', ({ turn }) => ({ text: turn.mark })),
  command({ kind: 'reminder', weight: 4, by: 'member' }, 'remind me', ({ turn }) => ({
    when: `${REMINDED_AFTER_MS / 1_000}s`,
    text: turn.mark,
  })),
  { kind: 'custom', weight: 2, by: 'staff', perform: addAndRemoveCommand },
  command({ kind: 'poll', weight: 2, by: 'staff' }, 'poll', ({ turn }) => ({
    question: turn.mark,
    answers: 'Pizza | Pasta',
  })),
  command({ kind: 'say', weight: 2, by: 'staff' }, 'say', ({ turn }) => ({ text: turn.mark })),
  command({ kind: 'role', weight: 2, by: 'member' }, 'role', ({ stage }) => ({ role: stage.roleId })),
  command({ kind: 'setting', weight: 2, by: 'staff' }, 'config set', ({ turn }) => ({
    plugin: 'integrations',
    key: 'wikiApi',
    value: `https://example.org/${turn.mark}/api.php`,
  })),
];

/** A server cannot have any number of them. */
async function addAndRemoveCommand({ turn, actor }: Scene): Promise<void> {
  await turn.answer(actor.slash('custom add', { name: turn.mark, text: 'Hello there' }));
  await turn.answer(actor.slash('custom remove', { name: turn.mark }));
}
