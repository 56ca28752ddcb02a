import { Precondition } from '@sapphire/framework';
import type { ChatInputCommandInteraction } from 'discord.js';
import { notBotOwner } from '../errors.ts';

/** Lets only the bot's owners through. */
export class BotOwnerPrecondition extends Precondition {
  override chatInputRun({ user }: ChatInputCommandInteraction) {
    return this.container.core.isBotOwner(user.id) ? this.ok() : this.error(notBotOwner());
  }
}

declare module '@sapphire/framework' {
  interface Preconditions {
    'core/bot-owner': never;
  }
}
