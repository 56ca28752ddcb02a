import type { ApplicationCommandOptionChoiceData, Guild } from 'discord.js';
import type { SettingField, SingleValue } from '../../settings/fields/setting-field.ts';
import { EMPTY_WORD, writeValue } from '../../settings/fields/write-value.ts';
import { suggest } from '../suggest.ts';

type Suggestion = ApplicationCommandOptionChoiceData<string>;

/** Discord's limit for the name and the value of a suggestion. */
const MAX_LENGTH = 100;
const MOST_FOUND = 20;
const DURATIONS = ['30s', '1m', '5m', '10m', '30m', '1h', '6h', '12h', '1d', '7d', '30d'];
const UNITS = ['s', 'm', 'h', 'd', 'w'];

/** What can be put into a field, from what was typed so far; of a list, its last entry. */
export async function suggestValues(field: SettingField, typed: string, guild: Guild): Promise<Suggestion[]> {
  const { value } = field;
  if (value.kind === 'record') return emptyOption(field, typed);
  const isList = value.kind === 'list';
  const comma = isList ? typed.lastIndexOf(',') : -1;
  const head = comma === -1 ? '' : `${typed.slice(0, comma).trim()}, `;
  const options = await suggestSingle(isList ? value.of : value, typed.slice(comma + 1).trim(), guild);
  const whole = options.map((option) => ({ name: head + option.name, value: head + option.value }));
  const empty = head === '' ? emptyOption(field, typed) : [];
  return [...whole, ...empty]
    .filter((option) => option.value.length <= MAX_LENGTH)
    .slice(0, 25)
    .map((option) => ({ ...option, name: option.name.slice(0, MAX_LENGTH) }));
}

/** The word for nothing, and what the default would be typed as. */
function emptyOption(field: SettingField, typed: string): Suggestion[] {
  const isSeveral = field.value.kind === 'list' || field.value.kind === 'record';
  const empty = field.isOptional || isSeveral ? [{ name: EMPTY_WORD, value: EMPTY_WORD }] : [];
  const fallback = writeValue(field, field.default);
  const known = fallback === EMPTY_WORD ? [] : [{ name: `${fallback} (default)`, value: fallback }];
  return suggest(typed, [...empty, ...known]).filter(({ value }) => value.length <= MAX_LENGTH);
}

async function suggestSingle(kind: SingleValue, typed: string, guild: Guild): Promise<Suggestion[]> {
  if (kind.kind === 'boolean') return suggest(typed, ['yes', 'no'].map(plain));
  if (kind.kind === 'choice')
    return suggest(
      typed,
      kind.options.map(({ value, label }) => ({ value, name: label })),
    );
  if (kind.kind === 'duration') return suggestDurations(typed);
  if (kind.kind === 'channel') {
    const channels = guild.channels.cache.filter(({ type }) => kind.types?.includes(type) ?? true);
    return suggest(
      typed,
      channels.map(({ id, name }) => ({ name: `#${name}`, value: `<#${id}>` })),
    );
  }
  if (kind.kind === 'role') {
    const roles = guild.roles.cache.filter(({ id }) => id !== guild.id);
    return suggest(
      typed,
      roles.map(({ id, name }) => ({ name: `@${name}`, value: `<@&${id}>` })),
    );
  }
  if (kind.kind === 'user') return suggestUsers(typed, guild);
  if (kind.kind === 'emoji')
    return suggest(
      typed,
      guild.emojis.cache.map((emoji) => ({ name: `:${emoji.name}:`, value: emoji.toString() })),
    );
  return [];
}

/** A number that was typed is offered with each unit. */
function suggestDurations(typed: string): Suggestion[] {
  const isNumber = /^\d{1,6}$/.test(typed);
  return suggest(typed, (isNumber ? UNITS.map((unit) => typed + unit) : DURATIONS).map(plain));
}

async function suggestUsers(typed: string, guild: Guild): Promise<Suggestion[]> {
  const query = typed.replace(/^@/, '');
  const members =
    query === '' ? guild.members.cache : await guild.members.search({ query, limit: MOST_FOUND });
  const found = members.map(({ id, user }) => ({ name: `@${user.username}`, value: `<@${id}>` }));
  return suggest(query === '' ? '' : `@${query}`, found);
}

const plain = (text: string): Suggestion => ({ name: text, value: text });
