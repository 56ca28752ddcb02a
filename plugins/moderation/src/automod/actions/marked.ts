import { escaped } from '@twi/sdk';
import { bold, underline } from 'discord.js';
import type { Hit } from '../matchers/subject.ts';

const AROUND = 120;
const LONGEST_PART = 200;

/** The part of a text in which something was found, with a little around it and the find marked. */
export function marked(content: string, { part }: Hit): string | undefined {
  if (!part || part.end <= part.start) return undefined;
  const start = Math.max(part.start - AROUND, 0);
  const end = Math.min(part.end, part.start + LONGEST_PART);
  const before = `${start > 0 ? '…' : ''}${escaped(content.slice(start, part.start))}`;
  const after = escaped(content.slice(end, end + AROUND));
  return `${before}${bold(underline(escaped(content.slice(part.start, end)) || ' '))}${after}${end + AROUND < content.length ? '…' : ''}`;
}
