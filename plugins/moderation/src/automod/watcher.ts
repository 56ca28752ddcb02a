import type { AutoModerationActionExecution, Guild, GuildMember, Message, Snowflake, User } from 'discord.js';
import { findMember } from '../actions/target.ts';
import type { ModerationContext } from '../context.ts';
import type { Logs } from '../logs/logs.ts';
import { writableChannel } from '../logs/writable-channel.ts';
import { incidentEmbed } from './actions/incident-embed.ts';
import type { Incident } from './actions/incident.ts';
import { Performer, type Sanctions } from './actions/performer.ts';
import { planOf } from './actions/plan.ts';
import { reasonOf } from './actions/reason.ts';
import { ActivityLog } from './engine/activity-log.ts';
import { BoundedMap } from './engine/bounded-map.ts';
import type { Finding } from './engine/rule-set.ts';
import { HandledMessages } from './handled-messages.ts';
import { mayHoldInvite } from './matchers/invites.ts';
import type { Subject } from './matchers/subject.ts';
import { findMessage } from './find-message.ts';
import { nativeKindOf } from './native-kind.ts';
import type { OwnInvites } from './own-invites.ts';
import type { RuleBook } from './rule-book.ts';
import { subjectOfMessage, subjectOfText, withActivity } from './subject-of.ts';
import { MessageText } from './text/message-text.ts';

const MOST_GUILDS = 2_000;
const NO_INVITES: ReadonlySet<string> = new Set();

export interface WatcherParts {
  readonly context: ModerationContext;
  readonly rules: RuleBook;
  readonly invites: OwnInvites;
  readonly sanctions: Sanctions;
  readonly logs: Pick<Logs, 'post'>;
}

/** Looks at what is written, and acts where rules apply. */
export class Watcher {
  readonly #parts: WatcherParts;
  readonly #performer: Performer;
  readonly #handled = new HandledMessages();
  readonly #activity = new BoundedMap<Snowflake, ActivityLog>(MOST_GUILDS);

  constructor(parts: WatcherParts) {
    this.#parts = parts;
    this.#performer = new Performer(parts.context, parts.sanctions);
  }

  /** What the members of a guild wrote lately. */
  activityIn(guildId: Snowflake): ActivityLog {
    return this.#activity.get(guildId) ?? this.#activity.set(guildId, new ActivityLog());
  }

  /** The server's own invites, where a text makes them matter. */
  async ownInvites(guild: Guild, text: MessageText): Promise<ReadonlySet<string>> {
    return mayHoldInvite(text) ? this.#parts.invites.of(guild) : NO_INVITES;
  }

  /** @param as `edit` for a message whose text was changed; it counts as the message that it was. */
  async look(message: Message<true>, as: 'new' | 'edit'): Promise<void> {
    const { guild, author: user, content, channel } = message;
    if (user.id === guild.client.user.id || message.system) return;
    const rules = await this.#parts.rules.ruleSet(guild.id);
    if (rules.isEmpty) return;

    const member = message.webhookId ? undefined : (message.member ?? (await findMember(guild, user.id)));
    const text = new MessageText(content);
    const ownInvites = rules.looksFor('invites') ? await this.ownInvites(guild, text) : NO_INVITES;
    const seen = subjectOfMessage(message, text, { member, at: timeOf(message), ownInvites });
    const subject = rules.looksFor('duplicates', 'rate')
      ? withActivity(seen, message, { log: this.activityIn(guild.id), as })
      : seen;
    await this.#act(rules.findings(subject), { guild, user, member, channel, content, message });
  }

  /** Looks at what a rule of Discord's own AutoMod caught, whether or not Discord let it through. */
  async lookAtNative(execution: AutoModerationActionExecution): Promise<void> {
    const { guild, userId, channelId, content, messageId } = execution;
    const rules = await this.#parts.rules.ruleSet(guild.id);
    if (!rules.looksFor('discord-automod')) return;
    const member = await findMember(guild, userId);
    const user: User = member?.user ?? (await guild.client.users.fetch(userId));
    const found = channelId ? guild.channels.cache.get(channelId) : undefined;
    const channel = found?.isTextBased() ? found : undefined;
    const writing = { user, member, channel, at: Date.now(), ownInvites: NO_INVITES };
    const subject: Subject = {
      ...subjectOfText(new MessageText(content), writing),
      native: nativeKindOf(execution),
    };
    const message = messageId && channel ? await findMessage(channel, messageId) : undefined;
    // One breach comes as several events, one for each action that Discord takes.
    const key = messageId ?? `${userId}/${channelId}/${execution.ruleId}/${content}`;
    await this.#act(
      onlyNative(rules.findings(subject)),
      { guild, user, member, channel, content, message },
      key,
    );
  }

  async #act(found: readonly Finding[], incident: Incident, key = incident.message?.id ?? ''): Promise<void> {
    if (found.length === 0 || (await this.#isSpared(incident))) return;
    const { guild, user } = incident;
    const findings = this.#handled
      .claim(key, found)
      .map((finding) => this.#handled.tempered(`${guild.id}/${user.id}`, finding, Date.now()));
    const dry = findings.filter(({ rule }) => rule.isDryRun);
    const live = findings.filter(({ rule }) => !rule.isDryRun);
    if (dry.length > 0) await this.#log(incident, dry, incidentEmbed(incident, dry, 'dry-run'));
    if (live.length === 0) return;
    const outcomes = await this.#performer.perform(incident, planOf(live), reasonOf(live));
    await this.#log(incident, live, incidentEmbed(incident, live, outcomes));
  }

  async #isSpared({ guild, user, member, message }: Incident): Promise<boolean> {
    const { context } = this.#parts;
    const settings = await context.settings.get(guild.id);
    if (user.bot || message?.webhookId) return settings.automodExemptBots;
    if (!member) return false;
    if (settings.automodExemptRoles.some((id) => member.roles.cache.has(id))) return true;
    return settings.automodExemptModerators && (await this.#isModerator(member));
  }

  #isModerator(member: GuildMember): Promise<boolean> {
    return this.#parts.context.permissions.allows(member, 'moderation.automod');
  }

  async #log(
    { guild, channel, user }: Incident,
    findings: readonly Finding[],
    embed: ReturnType<typeof incidentEmbed>,
  ) {
    await this.#parts.logs.post({
      kind: 'automod',
      guild,
      embed,
      subject: { channelId: channel?.id, userId: user.id },
    });
    for (const channelId of planOf(findings).logChannelIds)
      await writableChannel(guild, channelId)
        ?.send({ embeds: [embed], allowedMentions: { parse: [] } })
        .catch((error: unknown) =>
          this.#parts.context.logger.warn('Discord refused an entry of automod.', error),
        );
  }
}

const timeOf = ({ createdTimestamp, editedTimestamp }: Message<true>): number =>
  editedTimestamp ?? createdTimestamp;

/** The message itself is looked at as well, so rules that are not about AutoMod have had their say. */
function onlyNative(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ hits }) => hits.some(({ isNative }) => isNative));
}
