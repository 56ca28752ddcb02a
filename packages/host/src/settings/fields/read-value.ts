import type { Guild } from 'discord.js';
import { splitEntries, splitPair, unquoteEntry } from './entries.ts';
import { parseExactDuration } from './exact-duration.ts';
import { findChannelId, findEmoji, findRoleId, findUserId } from './find-in-guild.ts';
import type { ChoiceOption, SettingField, SettingValue, SingleValue } from './setting-field.ts';
import { EMPTY_WORD } from './write-value.ts';

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'on', '1', 'enabled']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'off', '0', 'disabled']);
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;
const COLOUR = /^(?:#|0x)?([\da-f]{3}|[\da-f]{6})$/i;

/** What was typed is not of the field's kind. */
export const NOT_READ = Symbol('not read');

type Read = unknown;

/** The value that somebody typed for a field, {@link NOT_READ} where it is none. The schema has not seen it yet. */
export async function readValue(
  { value: kind, isOptional }: Pick<SettingField, 'value' | 'isOptional'>,
  typed: string,
  guild: Guild,
): Promise<Read> {
  const isEmpty = typed.trim() === '' || typed.trim().toLowerCase() === EMPTY_WORD;
  if (isEmpty && isOptional) return null;
  if (kind.kind === 'list') return isEmpty ? [] : readList(kind, typed, guild);
  if (kind.kind === 'record') return isEmpty ? {} : readRecord(kind, typed, guild);
  if (kind.kind === 'text') return typed.startsWith('"') ? unquoteEntry(typed) : typed;
  return readSingle(kind, typed.trim(), guild);
}

async function readList(
  { of }: Extract<SettingValue, { kind: 'list' }>,
  typed: string,
  guild: Guild,
): Promise<Read> {
  const entries = await Promise.all(splitEntries(typed).map((entry) => readEntry(of, entry, guild)));
  return entries.includes(NOT_READ) ? NOT_READ : entries;
}

async function readRecord(
  { key, of }: Extract<SettingValue, { kind: 'record' }>,
  typed: string,
  guild: Guild,
): Promise<Read> {
  const entries: [string, unknown][] = [];
  for (const entry of splitEntries(typed)) {
    const pair = splitPair(entry);
    if (!pair) return NOT_READ;
    const name = await readEntry(key, pair[0], guild);
    const value = await readEntry(of, pair[1], guild);
    if (name === NOT_READ || value === NOT_READ) return NOT_READ;
    entries.push([String(name), value]);
  }
  return Object.fromEntries(entries);
}

function readEntry(kind: SingleValue, entry: string, guild: Guild): Promise<Read> {
  return readSingle(kind, unquoteEntry(entry), guild);
}

async function readSingle(kind: SingleValue, typed: string, guild: Guild): Promise<Read> {
  switch (kind.kind) {
    case 'text': {
      return typed;
    }
    case 'number': {
      return NUMBER.test(typed) ? Number(typed) : NOT_READ;
    }
    case 'boolean': {
      return readBoolean(typed);
    }
    case 'choice': {
      return readChoice(kind.options, typed);
    }
    case 'duration': {
      return parseExactDuration(typed) ?? NOT_READ;
    }
    case 'colour': {
      return readColour(typed);
    }
    case 'emoji': {
      return findEmoji(guild, typed) ?? NOT_READ;
    }
    case 'channel': {
      return findChannelId(guild, typed) ?? NOT_READ;
    }
    case 'role': {
      return findRoleId(guild, typed) ?? NOT_READ;
    }
    case 'user': {
      return (await findUserId(guild, typed)) ?? NOT_READ;
    }
    case 'json': {
      break;
    }
  }
  return readJson(typed);
}

function readBoolean(typed: string): Read {
  const word = typed.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : NOT_READ;
}

function readChoice(options: readonly ChoiceOption[], typed: string): Read {
  const wanted = typed.toLowerCase();
  const found =
    options.find(({ value }) => value === typed) ??
    options.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted);
  return found?.value ?? NOT_READ;
}

function readColour(typed: string): Read {
  const [, digits] = COLOUR.exec(typed) ?? [];
  if (digits === undefined) return NOT_READ;
  return Number.parseInt(digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits, 16);
}

function readJson(typed: string): Read {
  try {
    const value: unknown = JSON.parse(typed);
    return value;
  } catch {
    // What it should have been is said by whoever asked.
    return NOT_READ;
  }
}
