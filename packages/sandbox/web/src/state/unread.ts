import { effect, signal } from '@preact/signals';
import type { ChannelView, PersonView } from '../../../src/web/live-protocol.ts';
import { messages } from './conversation.ts';
import { isAfter } from './is-after.ts';
import { channel, channelId, me } from './place.ts';

const STORED = 'read';

/** The latest message that each person has seen in each channel, by `person/channel`. */
const read = signal<Readonly<Record<string, string>>>(stored());

/** Id of the last message that was read before the open channel was opened; what comes after it is new. */
export const readBefore = signal<string | undefined>(undefined);

effect(() => sessionStorage.setItem(STORED, JSON.stringify(read.value)));

// What is written while nobody looks at the page is new to them when they come back.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) readBefore.value = messages.value.at(-1)?.id;
});

/** Takes what a person finds when they are first played as read, as nobody has missed it. */
export function startReading({ me: person, guilds }: PersonView): void {
  const found = guilds
    .flatMap(({ channels }) => channels)
    .map(({ id, lastMessageId }) => [`${person}/${id}`, lastMessageId ?? '0'] as const)
    .filter(([key]) => read.value[key] === undefined);
  if (found.length > 0) read.value = { ...read.value, ...Object.fromEntries(found) };
}

/** Remembers where the new messages of the channel that was just opened begin. */
export function markNew(): void {
  const last = channel.value?.lastMessageId;
  const before = read.value[`${me.value}/${channelId.value}`];
  readBefore.value = last && isAfter(last, before) ? before : undefined;
}

/** Takes everything in the open channel as read. */
export function readAll(): void {
  const key = `${me.value}/${channelId.value}`;
  const last = messages.value.at(-1)?.id;
  if (last !== undefined && isAfter(last, read.value[key])) read.value = { ...read.value, [key]: last };
}

/** Tells whether there is something new in a channel that is not open. */
export function isUnread({ id, lastMessageId }: ChannelView): boolean {
  if (lastMessageId === null || id === channelId.value) return false;
  return isAfter(lastMessageId, read.value[`${me.value}/${id}`]);
}

function stored(): Record<string, string> {
  // -- only this file writes it
  return JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Record<string, string>;
}
