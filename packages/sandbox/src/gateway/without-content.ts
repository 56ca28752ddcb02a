import { GatewayIntentBits } from 'discord-api-types/v10';
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';

/**
 * Empties what people wrote where the session lacks the MESSAGE_CONTENT intent; messages of the bot itself, direct ones and those that mention the bot stay whole.
 *
 * @see https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function withoutContent(botId: string, event: string, data: object, intents: number): object {
  if (event === 'AUTO_MODERATION_ACTION_EXECUTION') return withoutQuotes(data, intents);
  if (event !== 'MESSAGE_CREATE' && event !== 'MESSAGE_UPDATE') return data;
  if ((intents & GatewayIntentBits.MessageContent) !== 0) return data;
  // -- the event's name fixes the shape of its data
  const message = data as GatewayMessageCreateDispatchData;
  if (message.guild_id === undefined || message.author.id === botId) return data;
  if (message.mentions.some((user) => user.id === botId)) return data;
  const { poll: _poll, ...rest } = message;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}

function withoutQuotes(data: object, intents: number): object {
  if ((intents & GatewayIntentBits.MessageContent) !== 0) return data;
  return { ...data, content: '', matched_content: '' };
}
