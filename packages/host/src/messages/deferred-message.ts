import { inspect } from 'node:util';
import {
  Attachment,
  type Client,
  Collection,
  Constants,
  type GatewayMessageCreateDispatchData,
  Message,
  type MessageType,
  type NonSystemMessageType,
  type Snowflake,
  SnowflakeUtil,
  type User,
} from 'discord.js';
import { knownUser } from './known-people.ts';

/** A message in a guild, as Discord sends it when it is written. */
export type GuildMessageData = GatewayMessageCreateDispatchData & { readonly guild_id: Snowflake };

/** What changes more than the message: other people, threads, votes. discord.js has to take notice of it at once. */
const FAR_REACHING = [
  'webhook_id',
  'thread',
  'poll',
  'interaction',
  'interaction_metadata',
  'message_snapshots',
  'resolved',
] as const satisfies readonly (keyof GatewayMessageCreateDispatchData)[];

/** What is not there until somebody reads any of it. */
const DEFERRED = [
  'embeds',
  'components',
  'stickers',
  'position',
  'roleSubscriptionData',
  'resolved',
  'editedTimestamp',
  'reactions',
  'mentions',
  'groupActivityApplication',
  'applicationId',
  'activity',
  'flags',
  'reference',
  'interactionMetadata',
  'interaction',
  'poll',
  'messageSnapshots',
  'call',
  'sharedClientTheme',
] as const satisfies readonly (keyof Message | 'sharedClientTheme')[];

/** What is done with all that a message has. */
const WHOLE = ['toJSON', '_clone', '_patch', '_update', inspect.custom] as const;

/** Whether a message is one that {@link deferMessage} can make. */
export function isDeferrable(data: GatewayMessageCreateDispatchData): data is GuildMessageData {
  const { guild_id, author, mentions, attachments } = data;
  const isWhole = [guild_id, author, mentions, attachments].every(Boolean);
  return isWhole && FAR_REACHING.every((field) => data[field] === undefined);
}

/** A message as discord.js makes it, most of which is built when somebody reads it. @param author who wrote it, as known */
export function deferMessage(client: Client, data: GuildMessageData, author: User): Message<true> {
  return new DeferredMessage(client, data, author) as unknown as Message<true>; // -- see the end of this file
}

/**
 * Has what most listeners read of a message, and becomes a message of discord.js, the same object, when somebody reads
 * more. Only whoever lists its own properties and reads none of them sees few.
 */
class DeferredMessage {
  // In the order of discord.js, which adds the others.
  readonly channelId: Snowflake;
  readonly guildId: Snowflake;
  readonly id: Snowflake;
  readonly createdTimestamp: number;
  readonly type: MessageType;
  readonly system: boolean;
  readonly content: string;
  readonly author: User;
  readonly #client: Client;
  readonly #data: GuildMessageData;
  #attachments: Collection<Snowflake, Attachment> | undefined;

  constructor(client: Client, data: GuildMessageData, author: User) {
    this.channelId = data.channel_id;
    this.guildId = data.guild_id;
    this.id = data.id;
    this.createdTimestamp = SnowflakeUtil.timestampFrom(data.id);
    this.type = data.type;
    this.system = !Constants.NonSystemMessageTypes.includes(data.type as NonSystemMessageType); // -- whether it is one
    this.content = data.content;
    this.author = author;
    this.#client = client;
    this.#data = data;
  }

  get client(): Client {
    return this.#client;
  }

  get attachments(): Collection<Snowflake, Attachment> {
    this.#attachments ??= new Collection(
      this.#data.attachments.map((data) => [data.id, Reflect.construct(Attachment, [data]) as Attachment]),
    );
    return this.#attachments;
  }

  set attachments(value) {
    this.#attachments = value;
  }

  get webhookId(): Snowflake | null {
    return null;
  }

  set webhookId(value) {
    this.build().webhookId = value;
  }

  /** Makes it a message of discord.js. Whom it names is known, and known better by now than it says. */
  build(): Message {
    const { author: _author, member: _member, referenced_message: replied, mentions, ...data } = this.#data;
    const client = this.#client;
    const own = Object.fromEntries(Object.entries(this));
    Object.setPrototypeOf(this, Message.prototype);
    Object.defineProperty(this, 'client', { value: client });
    const message = this as unknown as Message; // -- by now it is
    const users = mentions.map((user) => [user.id, knownUser(client, user)] as const);
    const patch = { ...data, mentions: new Collection(users) };
    message['_patch'](patch as never); // -- may have people that are built, and lack others; its type is that of what Discord sends
    // What was read or set before stays.
    Object.assign(message, own, this.#attachments && { attachments: this.#attachments });
    if (replied) message.mentions.repliedUser = knownUser(client, replied.author);
    return message;
  }
}

for (const name of [...DEFERRED, 'pinned', 'tts', 'nonce'])
  Object.defineProperty(DeferredMessage.prototype, name, {
    get(this: DeferredMessage): unknown {
      return Reflect.get(this.build(), name);
    },
    set(this: DeferredMessage, value: unknown) {
      Reflect.set(this.build(), name, value);
    },
  });
for (const name of WHOLE)
  Object.defineProperty(DeferredMessage.prototype, name, {
    value(this: DeferredMessage, ...args: readonly unknown[]): unknown {
      const message = this.build();
      const method: unknown = Reflect.get(message, name);
      return typeof method === 'function' ? Reflect.apply(method, message, args) : message;
    },
  });
Object.defineProperty(DeferredMessage.prototype, 'constructor', { value: Message });
Object.setPrototypeOf(DeferredMessage.prototype, Message.prototype);
