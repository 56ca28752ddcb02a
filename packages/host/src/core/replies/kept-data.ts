import type { ErasureRule } from '@twi/database';
import type { Plugin } from '@twi/sdk';
import { readableName } from '../../privacy/words.ts';
import { enumerate } from '../words.ts';

/** Discord's limit for the value of a field (Resources › Message › Embed Limits). */
const MAX_FIELD = 1_024;

/**
 * What a plugin keeps about people and what erasing does to it: a text for each field of an embed, as many as it takes.
 * Things with the same rule stand together, so that a reason is read once.
 */
export function keptData({ tables = {} }: Plugin): string[] {
  const things = new Map<string, string[]>();
  for (const [table, { person, erase }] of Object.entries(tables)) {
    if (person === undefined) continue;
    const words = erasureWords(erase);
    things.set(words, [...(things.get(words) ?? []), readableName(table)]);
  }
  const lines = Array.from(things, ([words, names]) => `${capitalised(enumerate(names))}: ${words}`);
  return lines.length > 0 ? inFields(lines) : ['Nothing.'];
}

function erasureWords(rule: ErasureRule): string {
  if (rule === 'delete') return 'deleted when somebody asks for it';
  if (rule === 'anonymise') return 'the name is removed when somebody asks for it';
  return `kept. ${rule.keep}`;
}

function inFields(lines: readonly string[]): string[] {
  const fields: string[] = [];
  for (const line of lines) {
    const longer = [fields.at(-1), line].filter(Boolean).join('\n');
    if (fields.length > 0 && longer.length <= MAX_FIELD) fields.splice(-1, 1, longer);
    else fields.push(line.slice(0, MAX_FIELD));
  }
  return fields;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
