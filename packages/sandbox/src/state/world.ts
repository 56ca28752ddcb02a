import { randomBytes } from 'node:crypto';
import type { APIApplicationCommand, APIEmoji, APIUser, Locale } from 'discord-api-types/v10';
import type { ApplicationRecord } from './application.ts';
import type { AttachmentRecord } from './attachment.ts';
import type { ChannelRecord } from './channel.ts';
import type { CommandGroup } from './command-group.ts';
import type { EventName } from './event-name.ts';
import type { GuildRecord } from './guild.ts';
import type { InteractionRecord } from './interaction.ts';
import type { MessageRecord } from './message.ts';
import type { PresenceRecord } from './presence.ts';
import { Snowflakes } from './snowflake.ts';
import { unknown } from './unknown.ts';
import type { WebhookRecord } from './webhook.ts';

/** Everything that outlives a restart when the sandbox is given a file. */
export interface WorldState {
  application: ApplicationRecord;
  users: Map<string, APIUser>;
  guilds: Map<string, GuildRecord>;
  channels: Map<string, ChannelRecord>;
  messages: Map<string, Map<string, MessageRecord>>;
  attachments: Map<string, AttachmentRecord>;
  webhooks: Map<string, WebhookRecord>;
  /** Emojis of the application; absent in states saved before there were any. */
  applicationEmojis?: Map<string, APIEmoji>;
  /** By guild id, or `global`. */
  commands: Map<string, Map<string, APIApplicationCommand>>;
  /** Which part of the bot registers which commands; absent until the bot has told. */
  commandGroups?: readonly CommandGroup[];
  /** The direct channel of each person who has one with the bot. */
  directChannels: Map<string, string>;
  /** People who accept no direct messages. */
  closedDirectMessages: Set<string>;
  /** The languages of people's clients, by user id; who is not in here reads English. */
  languages?: Map<string, `${Locale}`>;
  /** Signs the addresses of attachments. */
  signingKey: string;
}

/** Sends an event to the bot; a function is called only when somebody listens. Without a guild it concerns a direct conversation or everybody. */
export type Emit = (event: EventName, data: object | (() => object), guildId?: string) => void;

/** The state of the local Discord, with the lookups that every part of it needs. */
export class World {
  readonly state: WorldState;
  readonly ids = new Snowflakes();
  readonly interactions = new Map<string, InteractionRecord>();
  /** The message whose component opened a modal. */
  readonly modalSources = new WeakMap<object, string>();
  /** Messages whose polls are not over. */
  readonly openPolls = new Set<MessageRecord>();
  /** When a person wrote last in a channel that has slow mode, by `channelId:userId`, in Unix milliseconds. */
  readonly lastWrites = new Map<string, number>();
  /** Who is writing, by channel id and user id, with when they said so last, in Unix milliseconds. */
  readonly typing = new Map<string, Map<string, number>>();
  /** How people (and the bot) appear, by user id; who is not in here is offline. */
  readonly presences = new Map<string, PresenceRecord>();
  /** Set once the gateway stands; until then nobody listens. */
  emit: Emit = () => undefined;
  /** Where the server listens, for addresses handed to the bot. */
  origin = 'http://127.0.0.1';
  interactionDeadlineMs = 3_000;
  attachmentLifetimeMs = 24 * 60 * 60 * 1_000;

  constructor(state: WorldState) {
    this.state = state;
  }

  get botId(): string {
    return this.state.application.botId;
  }

  /** @throws DiscordError 10004 for a guild that does not exist or that the bot is not in. */
  guild(id: string): GuildRecord {
    const guild = this.state.guilds.get(id);
    if (!guild?.members.has(this.botId)) throw unknown('guild');
    return guild;
  }

  /** @throws DiscordError 10003 */
  channel(id: string): ChannelRecord {
    const channel = this.state.channels.get(id);
    if (!channel) throw unknown('channel');
    return channel;
  }

  /** @throws DiscordError 10013 */
  user(id: string): APIUser {
    const user = this.state.users.get(id);
    if (!user) throw unknown('user');
    return user;
  }

  /** @throws DiscordError 10008 also for a message that `viewerId` may not see */
  message(channelId: string, id: string, viewerId: string = this.botId): MessageRecord {
    const record = this.state.messages.get(channelId)?.get(id);
    if (!record || !isVisible(record, viewerId, this.botId)) throw unknown('message');
    return record;
  }

  /** The channels of a guild, threads left out. */
  channelsOf(guild: GuildRecord): ChannelRecord[] {
    return this.#channels(guild).filter((channel) => !channel.thread);
  }

  threadsOf(guild: GuildRecord): (ChannelRecord & { thread: NonNullable<ChannelRecord['thread']> })[] {
    return this.#channels(guild).filter(
      (channel): channel is ChannelRecord & { thread: NonNullable<ChannelRecord['thread']> } =>
        channel.thread !== undefined,
    );
  }

  /** The guild a channel belongs to; undefined for direct conversations. */
  guildOf(channel: ChannelRecord): GuildRecord | undefined {
    return channel.guildId === undefined ? undefined : this.state.guilds.get(channel.guildId);
  }

  /** The commands of a guild, or the global ones. */
  commandsOf(scope: string): Map<string, APIApplicationCommand> {
    let commands = this.state.commands.get(scope);
    if (!commands) this.state.commands.set(scope, (commands = new Map()));
    return commands;
  }

  #channels(guild: GuildRecord): ChannelRecord[] {
    const channels: ChannelRecord[] = [];
    for (const id of guild.channelIds) {
      const channel = this.state.channels.get(id);
      if (channel) channels.push(channel);
    }
    return channels;
  }
}

/** Makes a world that holds nothing but the application and its bot user. */
export function emptyWorldState(application: ApplicationRecord, bot: APIUser): WorldState {
  return {
    application,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    attachments: new Map(),
    webhooks: new Map(),
    commands: new Map(),
    directChannels: new Map(),
    closedDirectMessages: new Set(),
    signingKey: randomBytes(16).toString('hex'),
  };
}

function isVisible(record: MessageRecord, viewerId: string, botId: string): boolean {
  if (record.ephemeralFor === undefined) return true;
  return record.ephemeralFor === viewerId && viewerId !== botId;
}
