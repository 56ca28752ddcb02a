import type { Guild } from 'discord.js';
import { z } from 'zod';
import { acceptedWords } from './accepted.ts';
import { findChannelId, findEmoji, findRoleId, findUserId } from './find-in-guild.ts';
import { NOT_READ, readValue } from './read-value.ts';
import type { SettingField, SettingValue, SingleValue } from './setting-field.ts';

/** A value for a field, or what is wrong with it in a sentence that names the field and what it accepts. */
export type CheckedValue = { readonly value: unknown } | { readonly problem: string };

/** Reads what somebody typed for a field, and checks it. */
export async function checkTyped(field: SettingField, typed: string, guild: Guild): Promise<CheckedValue> {
  const value = await readValue(field, typed, guild);
  return value === NOT_READ ? { problem: accepts(field) } : checkValue(field, value, guild);
}

/** Checks a value against the schema, and that the channels, roles, people and emojis in it are there. */
export async function checkValue(field: SettingField, value: unknown, guild: Guild): Promise<CheckedValue> {
  const parsed = z.core.safeParse(field.type, value);
  if (!parsed.success) return { problem: schemaProblem(field, parsed.error.issues) };
  for (const [kind, single] of singles(field.value, parsed.data))
    if (!(await isThere(kind, single, guild))) return { problem: accepts(field) };
  return { value: parsed.data };
}

function accepts(field: SettingField): string {
  return `\`${field.name}\` takes ${acceptedWords(field)}.`;
}

/** An author's own rule has words of its own; zod's are for programmers. */
function schemaProblem(field: SettingField, issues: readonly z.core.$ZodIssue[]): string {
  const own = issues.find(({ code }) => code === 'custom' || code === 'invalid_format');
  const isKnown = ['channel', 'emoji', 'role', 'user'].includes(leafKind(field.value));
  return own && !isKnown ? `\`${field.name}\`: ${own.message}.` : accepts(field);
}

function leafKind(value: SettingValue): string {
  return value.kind === 'list' || value.kind === 'record' ? value.of.kind : value.kind;
}

/** The single values that a value is made of, each with its kind. */
function singles(kind: SettingValue, value: unknown): readonly (readonly [SingleValue, unknown])[] {
  if (value === null || value === undefined) return [];
  if (kind.kind === 'list') return (Array.isArray(value) ? value : []).map((entry) => [kind.of, entry]);
  if (kind.kind === 'record')
    return Object.entries(Object(value)).flatMap(([key, entry]) => [
      [kind.key, key] as const,
      [kind.of, entry] as const,
    ]);
  return [[kind, value]];
}

async function isThere(kind: SingleValue, value: unknown, guild: Guild): Promise<boolean> {
  const id = String(value);
  if (kind.kind === 'role') return findRoleId(guild, id) !== undefined;
  if (kind.kind === 'user') return (await findUserId(guild, id)) !== undefined;
  if (kind.kind === 'emoji') return findEmoji(guild, id) !== undefined;
  if (kind.kind !== 'channel') return true;
  const type = guild.channels.cache.get(findChannelId(guild, id) ?? '')?.type;
  return type !== undefined && (kind.types?.includes(type) ?? true);
}
