import type { Precondition } from '@sapphire/framework';
import type { Message } from 'discord.js';

/** What was typed: the words after the command's name, and what came before it. */
export interface TypedText {
  readonly parameters: string;
  /** As people read it: `!`, or `@Twi ` for a mention. Empty in direct messages, where nothing has to be there. */
  readonly prefix: string;
}

/** What Sapphire tells preconditions of a message that is a command. */
export function typedText(told: Precondition.Context, { client }: Message): TypedText {
  const { parameters, context } = told;
  const prefix: unknown =
    typeof context === 'object' && context !== null && 'commandPrefix' in context
      ? context.commandPrefix
      : '';
  return {
    parameters: typeof parameters === 'string' ? parameters : '',
    prefix: shownPrefix(typeof prefix === 'string' ? prefix : '', client.user?.displayName ?? ''),
  };
}

/** How a command is begun in a guild, for people to read. */
export function shownPrefix(prefix: string | null, botName: string): string {
  return prefix === null || prefix.startsWith('<@') ? `@${botName} ` : prefix;
}
