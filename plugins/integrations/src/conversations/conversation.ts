import type { Stats } from '@twi/plugin-stats';
import type { GuildTextBasedChannel, Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { People } from './people.ts';
import { readMessages } from './read-messages.ts';
import { type Utterance, utterancesOf } from './utterance.ts';

/** What people said in a channel lately. */
export interface Conversation {
  /** Oldest first. */
  readonly utterances: readonly Utterance[];
  readonly people: People;
}

/** Which messages of a channel are read. */
export interface ConversationRequest {
  readonly channel: GuildTextBasedChannel;
  /** How many messages at most. */
  readonly count: number;
  /** Whether those who do not want to be counted are left out, too. */
  readonly isOptOutKept: boolean;
}

/** Reads what people said; bots, webhooks and what Discord itself says are left out. */
export async function readConversation(
  { services }: Pick<IntegrationsContext, 'services'>,
  { channel, count, isOptOutKept }: ConversationRequest,
): Promise<Conversation> {
  const { guildId } = channel;
  const stats: Stats | undefined = isOptOutKept ? services.get('stats', guildId) : undefined;
  const known = new Map<Snowflake, Promise<boolean>>();
  const isOut = (userId: Snowflake): Promise<boolean> | undefined => {
    if (stats && !known.has(userId)) known.set(userId, stats.optOuts.isOut(guildId, userId));
    return known.get(userId);
  };
  const messages = await readMessages(channel, count, async ({ author, webhookId, system }) => {
    if (author.bot || webhookId !== null || system) return false;
    return (await isOut(author.id)) !== true;
  });
  const people = new People();
  return { utterances: utterancesOf(messages, people), people };
}
