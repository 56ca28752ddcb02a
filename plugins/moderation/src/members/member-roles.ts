import { escaped } from '@twi/sdk';
import { bold, DiscordAPIError, type GuildMember, type PartialGuildMember, type Role } from 'discord.js';
import { findMember } from '../actions/target.ts';
import type { ModerationContext } from '../context.ts';
import { type MemberKey, StickyRoleRepository } from '../database/sticky-role-repository.ts';
import type { StaffNotifier } from '../logs/staff-notifier.ts';
import type { ModerationSettings } from '../settings.ts';
import { rolesToGiveBack } from './give-back.ts';

/** Gives members what a server wants them to have: new ones, those whose account is old enough, and those who come back. */
export class MemberRoles {
  readonly #context: ModerationContext;
  readonly #staff: StaffNotifier;
  readonly #kept: StickyRoleRepository;
  /** Roles of which the staff has been told that they cannot be given. */
  readonly #told = new Set<string>();

  constructor(context: ModerationContext, staff: StaffNotifier) {
    this.#context = context;
    this.#staff = staff;
    this.#kept = new StickyRoleRepository(context.db);
  }

  /** Gives a new member their roles, and the timeout that they left with. */
  async joined(member: GuildMember): Promise<void> {
    if (member.user.bot) return;
    const settings = await this.#context.settings.get(member.guild.id);
    const roles = [...this.#chosen(member, settings.joinRole), ...(await this.#verified(member, settings))];
    await this.#giveBack(member, settings, roles);
  }

  /** Keeps what a member has who leaves; somebody whom the bot never saw may have had anything. */
  async left(member: GuildMember | PartialGuildMember): Promise<void> {
    if (!member.partial) await this.#keep(member);
  }

  /** Keeps what a member has whose roles or timeout changed: they may leave while the bot is away. */
  async changed(before: GuildMember | PartialGuildMember, after: GuildMember): Promise<void> {
    const isSame =
      before.communicationDisabledUntilTimestamp === after.communicationDisabledUntilTimestamp &&
      before.roles.cache.size === after.roles.cache.size &&
      before.roles.cache.every(({ id }) => after.roles.cache.has(id));
    if (!isSame) await this.#keep(after);
  }

  /** Gives a member the role for old accounts, now that theirs should be one. */
  async verify({ guildId, userId }: MemberKey): Promise<void> {
    const guild = this.#context.client.guilds.cache.get(guildId);
    const member = guild && (await findMember(guild, userId));
    if (!member) return;
    // The server may have raised the age in the meantime.
    const roles = await this.#verified(member, await this.#context.settings.get(guildId));
    await this.#give(member, roles, 'Their account is old enough.');
  }

  async #keep({ guild, id: userId, user, roles, communicationDisabledUntil }: GuildMember): Promise<void> {
    const settings = await this.#context.settings.get(guild.id);
    const { stickyRoles, stickyTimeouts, stickyIgnoredUsers } = settings;
    if (user.bot || stickyIgnoredUsers.includes(userId) || !(stickyRoles || stickyTimeouts)) return;
    const timeoutUntil = stickyTimeouts ? communicationDisabledUntil : null;
    const roleIds = stickyRoles ? [...roles.cache.keys()].filter((id) => id !== guild.id) : [];
    if (roleIds.length === 0 && timeoutUntil === null) {
      await this.#kept.take({ guildId: guild.id, userId });
      return;
    }
    await Promise.all([this.#context.ensureGuild(guild.id), this.#context.ensureUser(userId)]);
    await this.#kept.save({ guildId: guild.id, userId }, { roleIds, timeoutUntil });
  }

  async #giveBack(member: GuildMember, settings: ModerationSettings, roles: readonly Role[]): Promise<void> {
    const { stickyRoles, stickyTimeouts, stickyIgnoredRoles, stickyIgnoredUsers } = settings;
    const key = { guildId: member.guild.id, userId: member.id };
    const isIgnored = stickyIgnoredUsers.includes(member.id);
    const kept = await this.#kept.take(key);
    const back =
      stickyRoles && !isIgnored ? rolesToGiveBack(member, kept?.roleIds ?? [], stickyIgnoredRoles) : [];
    await this.#give(member, [...roles, ...back], back.length > 0 ? 'They came back.' : 'They joined.');
    if (!stickyTimeouts || isIgnored) return;
    await this.#renewTimeout(member, kept?.timeoutUntil ?? (await this.#kept.findTimeoutEnd(key)));
  }

  /** Discord may have kept the timeout by itself. */
  async #renewTimeout(member: GuildMember, until: Date | undefined): Promise<void> {
    if (!until || until.getTime() <= Date.now() || member.isCommunicationDisabled() || !member.moderatable)
      return;
    await member.disableCommunicationUntil(until, 'They left during a timeout and came back.');
  }

  /** The role for old accounts, if theirs is one; else it comes with a job when it is. */
  async #verified(member: GuildMember, settings: ModerationSettings): Promise<Role[]> {
    const { verifiedRole, verifiedAccountAge } = settings;
    if (verifiedRole === null) return [];
    const oldAt = member.user.createdTimestamp + verifiedAccountAge;
    if (oldAt <= Date.now()) return this.#chosen(member, verifiedRole);
    const [guildId, userId] = [member.guild.id, member.id];
    await this.#context.jobs.send(
      'verify-member',
      { guildId, userId },
      { startAfter: new Date(oldAt), key: `${guildId}/${userId}` },
    );
    return [];
  }

  /** A role that the owner has chosen, unless the member has it. */
  #chosen(member: GuildMember, roleId: string | null): Role[] {
    const role = roleId === null ? undefined : member.guild.roles.cache.get(roleId);
    return role && !member.roles.cache.has(role.id) ? [role] : [];
  }

  async #give(member: GuildMember, roles: readonly Role[], reason: string): Promise<void> {
    try {
      // One by one: setting the whole list would undo what others change meanwhile.
      for (const role of roles)
        await (role.editable ? member.roles.add(role, reason) : this.#tellImpossible(role));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.warn(`Roles could not be given in guild ${member.guild.id}.`, error);
    }
  }

  async #tellImpossible({ id, name, guild }: Role): Promise<void> {
    if (this.#told.has(id)) return;
    this.#told.add(id);
    await this.#staff.tell(
      guild,
      `I cannot give members the role ${bold(escaped(name))}, as the settings say. I need **Manage Roles**, and my role must be above it.`,
    );
  }
}
