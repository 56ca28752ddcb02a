import { clip } from '@twi/sdk';
import type { Attachment, Message, Poll, Snowflake } from 'discord.js';
import { type People, withoutTokens } from './people.ts';

/** More of a message is not sent. */
const LONGEST_TEXT = 1_000;
const LONGEST_LABEL = 100;
const KINDS: ReadonlySet<string> = new Set(['image', 'video', 'audio']);

/** A message of a conversation, as it is sent. */
export interface Utterance {
  /** Counts from 1. */
  readonly number: number;
  readonly messageId: Snowflake;
  readonly authorId: Snowflake;
  readonly url: string;
  /** What stands for who wrote it. */
  readonly by: string;
  readonly at: Date;
  readonly text: string;
  /** The number of the message that it answers. */
  readonly answers: number | undefined;
}

/** Messages as they are sent: numbered, without ids and names. Those with nothing to read are left out. */
export function utterancesOf(messages: readonly Message<true>[], people: People): Utterance[] {
  for (const message of messages) people.add(message.author.id, nameOf(message));
  const numbers = new Map<Snowflake, number>();
  return messages.flatMap((message) => {
    const text = clip(withoutIds(withoutTokens(textOf(message)), message, people), LONGEST_TEXT);
    if (text === '') return [];
    numbers.set(message.id, numbers.size + 1);
    return {
      number: numbers.size,
      messageId: message.id,
      authorId: message.author.id,
      url: message.url,
      by: people.add(message.author.id, nameOf(message)),
      at: message.createdAt,
      text,
      answers: numbers.get(message.reference?.messageId ?? ''),
    };
  });
}

function nameOf({ member, author }: Message): string {
  return member?.displayName ?? author.displayName;
}

function textOf({ content, attachments, stickers, poll, messageSnapshots }: Message): string {
  const parts = [
    content,
    ...messageSnapshots.map((forwarded) => label('forwarded', forwarded.content ?? '')),
    ...attachments.map(attachmentLabel),
    ...stickers.map(({ name }) => label('sticker', name)),
    ...(poll ? [label('poll', pollText(poll))] : []),
  ];
  return parts.join('\n').trim();
}

function pollText({ question, answers }: Poll): string {
  return [question, ...answers.values()].map(({ text }) => text ?? '').join(' / ');
}

function attachmentLabel({ contentType, description, name }: Attachment): string {
  const [kind = ''] = contentType?.split('/') ?? [];
  return label(KINDS.has(kind) ? kind : 'file', description ?? name);
}

function label(what: string, words: string): string {
  return `[${what}: ${clip(words, LONGEST_LABEL)}]`;
}

/** What people read where ids stand in what they wrote. Who did not write here is named by nothing. */
function withoutIds(text: string, { guild }: Message<true>, people: People): string {
  return text
    .replaceAll(/<a?:(\w+):\d+>/g, ':$1:')
    .replaceAll(/<@!?(\d+)>/g, (_, id: Snowflake) => people.tokenOf(id) ?? '@somebody')
    .replaceAll(/<@&(\d+)>/g, (_, id: Snowflake) => `@${guild.roles.cache.get(id)?.name ?? 'role'}`)
    .replaceAll(/<#(\d+)>/g, (_, id: Snowflake) => `#${guild.channels.cache.get(id)?.name ?? 'channel'}`);
}
