import { type Client, Events } from 'discord.js';
import type { GuildMessageData } from './deferred-message.ts';

/** Says before a message is built whether a listener would do anything with it. */
export interface MessageInterest {
  wants(message: GuildMessageData): boolean;
  /** What the listener does with a message that nobody wants, instead of getting it. */
  passOver?(message: GuildMessageData): void;
}

const interests = new WeakMap<object, MessageInterest>();

/** Lets a function that is attached to `messageCreate` be asked first; others get every message. */
export function noteInterest(listener: object, interest: MessageInterest): void {
  interests.set(listener, interest);
}

/** Whether any listener wants a message. */
export function isWanted(client: Client, message: GuildMessageData): boolean {
  const listeners = client.listeners(Events.MessageCreate);
  // The last ones first: those of plugins, which are asked faster than the host's own.
  if (listeners.findLast((listener) => isFor(listener, message))) return true;
  for (const listener of listeners) interests.get(listener)?.passOver?.(message);
  return false;
}

function isFor(listener: object, message: GuildMessageData): boolean {
  return interests.get(listener)?.wants(message) ?? true;
}
