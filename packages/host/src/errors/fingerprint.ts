import { createHash } from 'node:crypto';
import type { EntryPoint } from '../entry-point.ts';

/** What varies between occurrences of one error: ids, numbers, quoted values, generations of a reloaded module. */
const VARIABLE = /\d+|(["'`]).{0,200}?\1/g;
/** Spaces alone: with line breaks among them, a message of empty lines would be searched from each of them to its end. */
const FRAME = /^[ \t]+at .*$/m;

/** How many hexadecimal digits of a fingerprint people see and type. */
const SHORT_LENGTH = 8;

/**
 * Equal for occurrences of the same error: made of the plugin, the entry, the class, the message without its values,
 * and the place where it was thrown.
 */
export function fingerprint(error: Error, { plugin, kind, name }: EntryPoint): string {
  const place =
    FRAME.exec(error.stack ?? '')?.[0]
      .replace(/\?g=\d+|:\d+:\d+/g, '')
      .trim() ?? '';
  const parts = [plugin, kind, name, error.name, error.message.replaceAll(VARIABLE, '#'), place];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** The short id that a person reads to an operator. */
export function shortId(print: string): string {
  return print.slice(0, SHORT_LENGTH);
}
