import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { createChannel } from './actions/channels.ts';
import type { ChannelInput } from './actions/channels.ts';
import { addBot } from './actions/create-guild.ts';
import { announceGuild, leaveGuild } from './actions/guilds.ts';
import { invitesOf } from './actions/invites.ts';
import { joinGuild, removeMember } from './actions/members.ts';
import type { JoinOptions } from './actions/members.ts';
import { createRole } from './actions/roles.ts';
import type { PermissionName } from './state/access.ts';
import type { AuditEntryRecord } from './state/audit-log.ts';
import type { ChannelRecord } from './state/channel.ts';
import type { GuildRecord, InviteRecord } from './state/guild.ts';
import type { MemberRecord } from './state/member.ts';
import type { RoleRecord } from './state/role.ts';
import type { World } from './state/world.ts';

/** A role to add; permissions by Discord's names. */
export interface NewRole {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  /** 1 is right above `@everyone`, where new roles stand by default. */
  readonly position?: number;
}

/** A channel to add; other fields as REST takes them. */
export type NewChannel = ChannelInput & { readonly name: string; readonly nsfw?: boolean };

/** One guild, for setting up a scene and for looking at what became of it. */
export class SandboxGuild {
  readonly id: string;
  readonly #world: World;
  readonly #guild: GuildRecord;

  constructor(world: World, guild: GuildRecord) {
    this.id = guild.id;
    this.#world = world;
    this.#guild = guild;
  }

  get name(): string {
    return this.#guild.name;
  }

  get ownerId(): string {
    return this.#guild.ownerId;
  }

  get roles(): readonly RoleRecord[] {
    return [...this.#guild.roles.values()];
  }

  get channels(): readonly ChannelRecord[] {
    return this.#world.channelsOf(this.#guild);
  }

  get threads(): readonly ChannelRecord[] {
    return this.#world.threadsOf(this.#guild);
  }

  get members(): readonly MemberRecord[] {
    return [...this.#guild.members.values()];
  }

  /** Reason of each ban by user id. */
  get bans(): ReadonlyMap<string, string | null> {
    return this.#guild.bans;
  }

  /** Invites that are still good, with their uses. */
  get invites(): readonly InviteRecord[] {
    return invitesOf(this.#guild);
  }

  /** Oldest first. */
  get auditLog(): readonly AuditEntryRecord[] {
    return this.#guild.auditLog;
  }

  /** Finds a channel by its name. */
  channel(name: string): ChannelRecord | undefined {
    return this.channels.find((channel) => channel.name === name);
  }

  /** Finds a role by its name. */
  role(name: string): RoleRecord | undefined {
    return this.roles.find((role) => role.name === name);
  }

  member(userId: string): MemberRecord | undefined {
    return this.#guild.members.get(userId);
  }

  /** Adds a role. */
  addRole({ name, permissions = [], position }: NewRole): RoleRecord {
    const bits = permissions.reduce((all, permission) => all | PermissionFlagsBits[permission], 0n);
    return createRole(this.#world, this.#guild, undefined, {
      fields: { name, permissions: bits },
      ...(position !== undefined && { position }),
    });
  }

  /** Adds a channel, a text channel by default. */
  addChannel({ type = ChannelType.GuildText, ...rest }: NewChannel): ChannelRecord {
    return createChannel(this.#world, this.#guild, undefined, { type, ...rest });
  }

  /** Lets a user join. */
  addMember(userId: string, options: JoinOptions = {}): MemberRecord {
    return joinGuild(this.#world, this.#guild, this.#world.user(userId).id, options);
  }

  /** Lets a member leave. */
  removeMember(userId: string): void {
    removeMember(this.#world, this.#guild, userId);
  }

  /** Sets how far the guild is boosted (0 to 3): it decides how large files are, and how many emojis and stickers there are. */
  setBoostTier(tier: 0 | 1 | 2 | 3): void {
    this.#guild.properties = { ...this.#guild.properties, premium_tier: tier };
    announceGuild(this.#world, this.#guild);
  }

  /** Gives the guild a vanity address, `discord.gg/<code>`, as one that is boosted enough can choose; null takes it away. */
  setVanityCode(code: string | null): void {
    this.#guild.properties = { ...this.#guild.properties, vanity_url_code: code };
    announceGuild(this.#world, this.#guild);
  }

  /**
   * Shows all commands to everybody, as an administrator can in Server Settings › Integrations, whatever permissions they
   * were registered with. What the bot then answers is its own decision.
   */
  showAllCommands(): void {
    this.#guild.showsAllCommands = true;
  }

  /** Takes the bot out, as an owner does who kicks it. */
  removeBot(): void {
    leaveGuild(this.#world, this.#guild);
  }

  /** Invites the bot again. */
  addBot(): void {
    addBot(this.#world, this.#guild);
  }
}
