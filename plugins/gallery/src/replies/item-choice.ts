import { clip } from '@twi/sdk';
import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Item } from '../database/item-repository.ts';
import { splitTags } from '../items/tags.ts';

/** Discord's limit of a suggestion (Interactions › Application Commands › Autocomplete). */
const LONGEST_CHOICE = 100;

/** An item as autocomplete offers it. */
export function itemChoice({ number, title }: Item): ApplicationCommandOptionChoiceData<string> {
  return { name: clip(`#${number} ${title}`, LONGEST_CHOICE), value: String(number) };
}

/** The tag that is being typed: the last of those with commas between them. */
export function lastTag(typed: string): string {
  return splitTags(typed).at(-1) ?? '';
}

/** Tags as autocomplete offers them: those that are typed already, and one more. */
export function tagChoices(
  typed: string,
  tags: readonly string[],
): ApplicationCommandOptionChoiceData<string>[] {
  const before = splitTags(typed)
    .slice(0, -1)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return tags
    .filter((tag) => !before.includes(tag))
    .map((tag) => [...before, tag].join(', '))
    .filter((choice) => choice.length <= LONGEST_CHOICE)
    .map((choice) => ({ name: choice, value: choice }));
}
