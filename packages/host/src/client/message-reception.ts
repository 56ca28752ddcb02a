import { Events, Listener } from '@sapphire/framework';
import type { Message, Snowflake } from 'discord.js';
import { noteInterest } from '../messages/message-interest.ts';

/** The prefix of a guild as far as it is at hand: `null` for none, `undefined` where it has to be read first. */
export type KnownPrefix = (guildId: Snowflake) => string | null | undefined;

/** What tells whether a message is a command. */
interface WrittenText {
  readonly author: { readonly bot?: boolean };
  readonly guildId: Snowflake | null;
  readonly content: string;
}

/**
 * Takes the place of Sapphire's `CoreMessageCreate`, which looks for a command in every message: permissions, prefix and
 * three events, each with its promises. Here most messages are known to be none by how they begin.
 */
export function messageReception(
  knownPrefix: KnownPrefix,
): new (context: Listener.LoaderContext) => Listener<typeof Events.MessageCreate> {
  return class MessageReception extends Listener<typeof Events.MessageCreate> {
    constructor(context: Listener.LoaderContext) {
      super(context, { event: Events.MessageCreate });
      const listener = (message: Message): void => this.run(message);
      noteInterest(listener, {
        wants: ({ author, guild_id: guildId, content }) => this.#isLookedAt({ author, guildId, content }),
      });
      // Private in Sapphire's types. What it attaches would make promises for each message; this cannot fail.
      Object.assign(this, { _listener: listener });
    }

    override run(message: Message): void {
      if (message.webhookId === null && this.#isLookedAt(message))
        this.container.client.emit(Events.PreMessageParsed, message);
    }

    #isLookedAt(text: WrittenText): boolean {
      if (text.author.bot) return false;
      return (
        mayBeCommand(text, knownPrefix) || this.container.client.listenerCount(Events.NonPrefixedMessage) > 0
      );
    }
  };
}

/** Whether a message begins as a command does; also where nobody knows. */
function mayBeCommand({ guildId, content }: WrittenText, knownPrefix: KnownPrefix): boolean {
  // In direct messages, nothing has to stand before a command.
  if (guildId === null || content.startsWith('<@')) return true;
  const prefix = knownPrefix(guildId);
  return prefix === undefined || (prefix !== null && content.startsWith(prefix));
}
