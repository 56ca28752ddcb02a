import type { GuildMember, PartialGuildMember } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { InviteTracker } from './invite-tracker.ts';
import type { LogSubject } from './log-entry.ts';
import type { Logs } from './logs.ts';
import { joinEmbed, leaveEmbed, profileEmbed } from './member-embeds.ts';

/** Logs who joins and leaves, and what changes of members. */
export class MemberLog {
  readonly #context: ModerationContext;
  readonly #logs: Logs;
  readonly #invites: InviteTracker;

  constructor(context: ModerationContext, logs: Logs) {
    this.#context = context;
    this.#logs = logs;
    this.#invites = new InviteTracker(context);
  }

  /** Learns the invites of a shard's guilds that log who joins. */
  async begin(shardId: number): Promise<void> {
    const { client, services, settings } = this.#context;
    for (const guild of client.guilds.cache.values()) {
      if (guild.shardId !== shardId || !services.get('moderation', guild.id)) continue;
      if ((await settings.get(guild.id)).logMembers !== null) await this.#invites.learn(guild);
    }
  }

  async joined(member: GuildMember): Promise<void> {
    const { guild } = member;
    if ((await this.#context.settings.get(guild.id)).logMembers === null) return;
    const embed = joinEmbed(member, await this.#invites.used(guild));
    await this.#logs.post({ kind: 'members', guild, subject: subjectOf(member), embed });
  }

  async left(member: GuildMember | PartialGuildMember): Promise<void> {
    const { guild } = member;
    await this.#logs.post({ kind: 'members', guild, subject: subjectOf(member), embed: leaveEmbed(member) });
  }

  /** What changed of somebody whom the bot had not seen lately cannot be told. */
  async changed(before: GuildMember | PartialGuildMember, after: GuildMember): Promise<void> {
    if (before.partial) return;
    const embed = profileEmbed(before, after);
    const { guild } = after;
    if (embed) await this.#logs.post({ kind: 'profiles', guild, subject: subjectOf(after), embed });
  }
}

function subjectOf({ id, roles }: GuildMember | PartialGuildMember): LogSubject {
  return { userId: id, roleIds: [...roles.cache.keys()] };
}
