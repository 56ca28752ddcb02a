import type { Page } from '@twi/database';
import { clip, customId, type PlainReply, quotable, reply, type Translator, escaped } from '@twi/sdk';
import { bold, escapeMaskedLink, time, TimestampStyles, userMention } from 'discord.js';
import type { Quote } from '../database/quote-repository.ts';

/** A page of eight stays within an embed. */
const LONGEST_LINE = 200;
/** Discord's limit for the name of a choice (Interactions › Application Commands). */
const LONGEST_CHOICE = 100;

/** A quote as everybody reads it. No link hides where it leads in the name of the bot. */
export function quoteReply(
  quote: Quote,
  t: Translator,
  title: 'title' | 'added' | 'edited' = 'title',
): PlainReply {
  return reply.info(`${escapeMaskedLink(quote.text)}\n\n— ${creditOf(quote, t)}`, {
    title: t(`utility:quotes.${title}`, { number: String(quote.number) }),
  });
}

/** A page of what was found. The search travels in the buttons, so that they work after a restart. */
export function quotesReply(
  { rows, previous, next }: Page<Quote>,
  search: string,
  t: Translator,
): PlainReply {
  return reply.list(
    rows.map((quote) => quoteLine(quote, t)),
    {
      title: t('utility:quotes.found', { search: quotable(search) }),
      empty: t('utility:errors.no-quote-found', { search: quotable(search) }),
      labels: { previous: t('utility:pages.previous'), next: t('utility:pages.next') },
      previous: previous && customId('utility', 'quotes', `${previous}:${search}`),
      next: next && customId('utility', 'quotes', `${next}:${search}`),
    },
  );
}

/** Who added a quote, and when. */
export function whoReply(
  { number, addedBy, createdAt, editedAt }: Quote,
  isMember: boolean,
  t: Translator,
): PlainReply {
  const at = time(createdAt, TimestampStyles.RelativeTime);
  const values = { number: String(number), at };
  const lines = addedBy
    ? [
        t('utility:quotes.who', { ...values, adder: userMention(addedBy) }),
        ...(isMember ? [] : [t('utility:quotes.left-since')]),
      ]
    : [t('utility:quotes.who-erased', values)];
  if (editedAt)
    lines.push(t('utility:quotes.edited-at', { at: time(editedAt, TimestampStyles.RelativeTime) }));
  return reply.info(lines.join(' '));
}

/** A quote as autocomplete offers it. */
export function quoteChoice({ number, text }: Quote): { name: string; value: string } {
  return { name: clip(`#${number} ${onOneLine(text)}`, LONGEST_CHOICE), value: String(number) };
}

function creditOf({ authorId, authorName }: Quote, t: Translator): string {
  if (authorId) return userMention(authorId);
  return authorName ? escaped(authorName) : t('utility:quotes.unknown');
}

function quoteLine(quote: Quote, t: Translator): string {
  return `${bold(`#${quote.number}`)} ${clip(escaped(onOneLine(quote.text)), LONGEST_LINE)} — ${creditOf(quote, t)}`;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
