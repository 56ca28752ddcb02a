import { computed, signal } from '@preact/signals';
import { commandGroups, commands } from '../../state/conversation.ts';
import { view } from '../../state/place.ts';
import { suggestionId } from '../suggestions/suggestion-list.tsx';
import { commandEntries } from './command-entry.ts';
import type { CommandEntry } from './command-entry.ts';
import { commandSections } from './command-sections.ts';

/** The id of the list of commands, of which there is one. */
export const COMMAND_LIST_ID = 'command-list';

/** The command that is being filled in. */
export const chosenCommand = signal<CommandEntry | undefined>(undefined);

const typed = signal('');
const wanted = signal(0);
const dismissedText = signal<string | undefined>(undefined);

const isOpen = computed(
  () => typed.value.startsWith('/') && !typed.value.includes('\n') && dismissedText.value !== typed.value,
);

/** The commands that fit what is typed, under their headings. */
export const sections = computed(() => {
  if (!isOpen.value) return [];
  const botName = view.value?.users.find(({ id }) => id === view.value?.botId)?.username ?? 'Bot';
  return commandSections(commandEntries(commands.value), typed.value.slice(1), {
    botName,
    groups: commandGroups.value,
  });
});

const entries = computed(() => sections.value.flatMap((section) => section.entries));

/** The position of the command that Enter chooses. */
export const active = computed(() => Math.min(wanted.value, entries.value.length - 1));

/** Takes note of what stands in the composer; tells whether commands are offered for it. */
export function offerFor(text: string): boolean {
  if (text !== typed.peek()) {
    typed.value = text;
    wanted.value = 0;
  }
  return isOpen.value;
}

/** Makes a command the one that Enter chooses. */
export function activate(index: number): void {
  wanted.value = index;
}

/** Opens a command to be filled in. */
export function choose(entry: CommandEntry | undefined): void {
  chosenCommand.value = entry;
}

/** Takes the keys that move through the list, choose and dismiss; tells whether it took one. */
export function takeKey({ key, shiftKey, isComposing }: KeyboardEvent): boolean {
  const count = entries.value.length;
  if (!isOpen.value || isComposing) return false;
  if (key === 'Escape') dismissedText.value = typed.value;
  else if (count === 0) return false;
  else if (key === 'ArrowDown') wanted.value = (active.value + 1) % count;
  else if (key === 'ArrowUp') wanted.value = (active.value - 1 + count) % count;
  else if ((key === 'Enter' || key === 'Tab') && !shiftKey) choose(entries.value[active.value]);
  else return false;
  return true;
}

/** What assistive technology is to be told of the composer's field; null takes an attribute away. */
export const fieldAttributes = computed<Readonly<Record<string, string | null>>>(() => {
  const hasList = sections.value.length > 0;
  return {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': hasList ? COMMAND_LIST_ID : null,
    'aria-activedescendant': hasList ? suggestionId(COMMAND_LIST_ID, active.value) : null,
  };
});
