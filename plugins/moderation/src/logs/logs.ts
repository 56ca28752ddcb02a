import type { Guild, Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import type { Case } from '../database/case-repository.ts';
import type { ModerationSettings } from '../settings.ts';
import { caseEmbed } from './case-embed.ts';
import { ChannelOutbox } from './channel-outbox.ts';
import { LogDelivery } from './log-delivery.ts';
import type { LogEntry, LogSubject } from './log-entry.ts';
import { LOG_KINDS, logChannelsOf } from './log-kind.ts';
import { StaffNotifier } from './staff-notifier.ts';

/** The logs of servers: each kind in the channel that the server has chosen for it, a burst in few messages. */
export class Logs {
  readonly #context: ModerationContext;
  readonly #delivery: LogDelivery;
  readonly #outboxes = new Map<string, ChannelOutbox>();

  constructor(context: ModerationContext) {
    this.#context = context;
    this.#delivery = new LogDelivery(context, new StaffNotifier(context));
    context.onUnload(() => this.#close());
  }

  /**
   * Posts an entry within seconds, if the server logs its kind and does not ignore what it is about.
   *
   * @example
   * await container.moderation.logs.post({ kind: 'automod', guild, embed: { description: 'Ten mentions.' } });
   */
  async post({ kind, guild, embed, subject }: LogEntry): Promise<void> {
    const settings = await this.#context.settings.get(guild.id);
    const channelId = settings[LOG_KINDS[kind]];
    if (channelId === null || (subject && isIgnored(guild, subject, settings))) return;
    this.#outboxOf(guild, channelId).add({ timestamp: new Date().toISOString(), ...embed });
  }

  /** Posts a case that took place. Nobody is ignored here, whatever their role. */
  async postCase(done: Case): Promise<void> {
    const guild = this.#context.client.guilds.cache.get(done.guildId);
    if (guild) await this.post({ kind: 'moderation', guild, embed: caseEmbed(done) });
  }

  #outboxOf(guild: Guild, channelId: Snowflake): ChannelOutbox {
    // Nothing keeps a server from naming a channel of another one.
    const key = `${guild.id}/${channelId}`;
    const known = this.#outboxes.get(key);
    if (known) return known;
    const outbox = new ChannelOutbox(
      (embeds) => this.#delivery.deliver(guild, channelId, embeds),
      (error, count) =>
        this.#context.logger.error(`${count} log entries of guild ${guild.id} were lost.`, error),
    );
    this.#outboxes.set(key, outbox);
    return outbox;
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#outboxes.values()].map((outbox) => outbox.close()));
  }
}

/** Log channels are never logged themselves: an entry about an entry would never end. */
function isIgnored(guild: Guild, subject: LogSubject, settings: ModerationSettings): boolean {
  const { channelId, userId, roleIds = [] } = subject;
  const { logIgnoredChannels, logIgnoredRoles, logIgnoredUsers } = settings;
  if (userId !== undefined && (userId === guild.client.user.id || logIgnoredUsers.includes(userId)))
    return true;
  if (roleIds.some((id) => logIgnoredRoles.includes(id))) return true;
  const logChannels = logChannelsOf(settings);
  return placesOf(guild, channelId).some((id) => logIgnoredChannels.includes(id) || logChannels.has(id));
}

/** A channel with what it lies in: the channel of a thread, the category of a channel. */
function placesOf(guild: Guild, channelId: Snowflake | undefined): Snowflake[] {
  const places: Snowflake[] = [];
  for (let id: Snowflake | null | undefined = channelId; id && !places.includes(id);) {
    places.push(id);
    id = guild.channels.cache.get(id)?.parentId;
  }
  return places;
}
