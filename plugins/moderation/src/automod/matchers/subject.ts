import type { Snowflake } from 'discord.js';
import type { MessageText } from '../text/message-text.ts';
import type { Span } from '../text/normalise.ts';
import type { NATIVE_KINDS } from '../rules/condition.ts';

/** A file of a message, as far as rules look at it. */
export interface SubjectFile {
  readonly name: string;
  /** As Discord guesses it, for example `image/png`. */
  readonly contentType: string | undefined;
}

/** How often a member did something lately, this message included. */
export interface Activity {
  /** Messages with the same text within the time. */
  repeats(windowMs: number): number;
  messages(windowMs: number): number;
}

/** A message as rules see it, wherever it came from: the gateway, a test, the past. */
export interface Subject {
  readonly text: MessageText;
  readonly files: readonly SubjectFile[];
  readonly roleIds: ReadonlySet<Snowflake>;
  /** The channel, and what it lies in: the channel of a thread, the category. */
  readonly channelIds: ReadonlySet<Snowflake>;
  readonly accountAgeMs: number;
  /** Absent for who is no member. */
  readonly memberAgeMs: number | undefined;
  /** Codes of invites to this server. */
  readonly ownInvites: ReadonlySet<string>;
  readonly activity: Activity;
  /** What kind of rule of Discord's own AutoMod was broken, if that is what this is about. */
  readonly native: (typeof NATIVE_KINDS)[number] | undefined;
}

/** That something was found, and where. */
export interface Hit {
  /** What was found, in words that complete "because of …". */
  readonly what: string;
  /** The part of the original text that it was found in; absent where it is not about the text. */
  readonly part?: Span | undefined;
  /** Whether Discord's own AutoMod found it. */
  readonly isNative?: true;
}

/** Looks at a message for one thing. */
export interface Matcher {
  /** Roughly how long a look takes, in microseconds: what is cheap is asked first. */
  readonly cost: number;
  find(subject: Subject): Hit | undefined;
}
