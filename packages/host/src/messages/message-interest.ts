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
  const asked = client.listeners(Events.MessageCreate).map((listener) => interests.get(listener));
  if (asked.some((interest) => !interest || interest.wants(message))) return true;
  for (const interest of asked) interest?.passOver?.(message);
  return false;
}
