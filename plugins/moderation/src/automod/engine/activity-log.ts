import type { Snowflake } from 'discord.js';
import type { Activity } from '../matchers/subject.ts';
import { BOUNDS } from '../rules/bounds.ts';
import { BoundedMap } from './bounded-map.ts';

const MOST_MEMBERS = 1_000;
const MOST_MESSAGES = 50;

/** A message, as far as it counts. */
export interface CountedMessage {
  readonly id: Snowflake;
  readonly authorId: Snowflake;
  /** The reduced text; the same text counts as the same message. Empty never does. */
  readonly text: string;
  /** When it was written, in milliseconds. */
  readonly at: number;
}

/**
 * What the members of one guild wrote lately. In memory and bounded: the latest 50 messages of the 1,000 members who
 * wrote last, for ten minutes. All messages of a guild come to one process, so nobody else needs to know, and what a
 * restart forgets would have been over in minutes.
 */
export class ActivityLog {
  readonly #members = new BoundedMap<Snowflake, CountedMessage[]>(MOST_MEMBERS);

  /** Counts a message, once: a message that is known takes the place of its earlier text and keeps its time. */
  record(message: CountedMessage): Activity {
    const latest = this.#latestOf(message);
    const known = latest.findIndex(({ id }) => id === message.id);
    const counted = { ...message, at: latest[known]?.at ?? message.at };
    const messages = known < 0 ? [...latest, counted].slice(-MOST_MESSAGES) : latest.with(known, counted);
    this.#members.set(message.authorId, messages);
    return activityOf(messages, counted);
  }

  /** What `record` would say, without counting. */
  peek(message: CountedMessage): Activity {
    const others = this.#latestOf(message).filter(({ id }) => id !== message.id);
    return activityOf([...others, message], message);
  }

  #latestOf({ authorId, at }: CountedMessage): CountedMessage[] {
    return (this.#members.get(authorId) ?? []).filter((message) => at - message.at <= BOUNDS.windowMs);
  }
}

function activityOf(messages: readonly CountedMessage[], { text, at }: CountedMessage): Activity {
  const within = (windowMs: number) => messages.filter((message) => Math.abs(at - message.at) <= windowMs);
  return {
    messages: (windowMs) => within(windowMs).length,
    repeats: (windowMs) =>
      text === '' ? 0 : within(windowMs).filter((message) => message.text === text).length,
  };
}
