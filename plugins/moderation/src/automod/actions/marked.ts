import { bold, escapeMarkdown, underline } from 'discord.js';
import type { Hit } from '../matchers/subject.ts';

const AROUND = 120;
const LONGEST_PART = 200;

/** The part of a text in which something was found, with a little around it and the find marked. */
export function marked(content: string, { part }: Hit): string | undefined {
  if (!part || part.end <= part.start) return undefined;
  const start = Math.max(part.start - AROUND, 0);
  const end = Math.min(part.end, part.start + LONGEST_PART);
  const before = `${start > 0 ? '…' : ''}${plain(content.slice(start, part.start))}`;
  const after = plain(content.slice(end, end + AROUND));
  return `${before}${bold(underline(plain(content.slice(part.start, end)) || ' '))}${after}${end + AROUND < content.length ? '…' : ''}`;
}

/** A text on one line that formats nothing and links nowhere. */
export function plain(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/g, ' '), { maskedLink: true, heading: true }).toWellFormed();
}
