import type { Exchange } from '@twi/sandbox';
import type { ProofBot } from './proof-bot.ts';

type Message = NonNullable<Exchange['response']>;

/** Whom messages of the bot would ping, each as the message that does it. */
export function pingsIn(messages: readonly Message[], botId: string): string[] {
  return messages
    .filter(({ author }) => author.id === botId)
    .filter(
      (message) =>
        message.mention_everyone || message.mention_roles.length > 0 || message.mentions.length > 0,
    )
    .map(({ content, embeds }) => JSON.stringify({ content, embeds }).slice(0, 500));
}

/** Whom the messages of the bot in the channels of the server ping, but for those that people had it say. */
export function pingsOf({ sandbox, guild }: ProofBot, said: ReadonlySet<string>): string[] {
  const messages = guild.channels.flatMap(({ id }) => sandbox.messages(id));
  return pingsIn(
    messages.filter(({ content }) => !said.has(asSaid(content))),
    sandbox.bot.id,
  );
}

/** A text without what differs between the option that it is typed into and the message. */
export const asSaid = (text: string): string => text.replaceAll(/\\n|\s/g, '');
