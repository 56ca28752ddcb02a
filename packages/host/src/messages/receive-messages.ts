import {
  type Client,
  Events,
  type GatewayMessageCreateDispatchData,
  type GuildTextBasedChannel,
  type ThreadChannel,
} from 'discord.js';
import { deferMessage, type GuildMessageData, isDeferrable } from './deferred-message.ts';
import { rememberPeople } from './known-people.ts';
import { isWanted } from './message-interest.ts';

/** What the library keeps to itself. */
interface Actions {
  readonly actions: {
    readonly MessageCreate: { handle(data: GatewayMessageCreateDispatchData): unknown };
  };
}

/**
 * Takes the place of what discord.js does with a new message in a guild: the same, except that the message is built when
 * somebody reads it, and not at all where no listener wants it. For clients that keep no messages.
 */
export function receiveMessages(client: Client): void {
  const { MessageCreate: action } = (client as unknown as Actions).actions; // -- there, and not in the types
  const handle = action.handle.bind(action);
  action.handle = (data) => {
    const channel = isDeferrable(data) ? client.channels.cache.get(data.channel_id) : undefined;
    // Of a place that is not known, discord.js makes what it can.
    if (!channel || channel.isDMBased() || !channel.isTextBased()) return handle(data);
    return receive(channel, data as GuildMessageData); // -- or it would not have looked for the channel
  };
}

function receive(channel: GuildTextBasedChannel, data: GuildMessageData): object {
  const { client, guild } = channel;
  if (channel.isThread()) countMessage(channel);
  const author = rememberPeople(guild, data);
  channel.lastMessageId = data.id;
  if (!isWanted(client, data)) return {};
  const message = deferMessage(client, data, author);
  client.emit(Events.MessageCreate, message);
  return { message };
}

/** Like discord.js, from `null` on: of a thread that is not known, nobody knows how many there are. */
function countMessage(thread: ThreadChannel): void {
  thread.messageCount = (thread.messageCount ?? 0) + 1;
  thread.totalMessageSent = (thread.totalMessageSent ?? 0) + 1;
}
