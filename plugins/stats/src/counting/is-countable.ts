import type { Message } from 'discord.js';

/** Whether people wrote it: no bot, no webhook, and not Discord itself. */
export function isCountable({ author, webhookId, system }: Message): boolean {
  return !author.bot && webhookId === null && !system;
}
