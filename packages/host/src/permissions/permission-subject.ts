import { type BaseInteraction, GuildMember, PermissionsBitField, type Snowflake } from 'discord.js';
import type { PermissionSubject } from './resolve-permission.ts';

/**
 * Who a member of a cached guild is, as far as permissions go.
 *
 * @param permissions those that they have where they are; by default those of the whole guild.
 */
export function memberSubject(
  member: GuildMember,
  ownerIds: ReadonlySet<string>,
  permissions?: Readonly<PermissionsBitField>,
): PermissionSubject {
  return new MemberSubject(member, ownerIds, permissions);
}

class MemberSubject implements PermissionSubject {
  readonly userId: Snowflake;
  readonly isBotOwner: boolean;
  readonly isGuildOwner: boolean;
  readonly #member: GuildMember;
  readonly #permissions: Readonly<PermissionsBitField> | undefined;

  constructor(
    member: GuildMember,
    ownerIds: ReadonlySet<string>,
    permissions: Readonly<PermissionsBitField> | undefined,
  ) {
    this.userId = member.id;
    this.isBotOwner = ownerIds.has(member.id);
    this.isGuildOwner = member.guild.ownerId === member.id;
    this.#member = member;
    this.#permissions = permissions;
  }

  /** Asked for only where a guild has rules of its own. */
  get roles(): PermissionSubject['roles'] {
    return this.#member.roles.cache.map(({ id, position }) => ({ id, position }));
  }

  get permissions(): Readonly<PermissionsBitField> {
    return this.#permissions ?? guildPermissions(this.#member);
  }
}

/** As discord.js's `member.permissions`, which makes a collection of the roles and two lists of it for each look. */
function guildPermissions(member: GuildMember): Readonly<PermissionsBitField> {
  const { guild, id } = member;
  if (id === guild.ownerId) return new PermissionsBitField(PermissionsBitField.All);
  let bits = guild.roles.everyone.permissions.bitfield;
  for (const roleId of member['_roles']) bits |= guild.roles.cache.get(roleId)?.permissions.bitfield ?? 0n;
  return new PermissionsBitField(bits);
}

/**
 * Who used an interaction. In a guild that is not cached nothing tells how roles are ordered or who owns it, so all
 * roles have one rank and nobody is the owner; in direct messages only the bot's owners hold nodes with a default.
 */
export function interactionSubject(
  interaction: BaseInteraction,
  ownerIds: ReadonlySet<string>,
): PermissionSubject {
  const { member, user, guildId } = interaction;
  // Discord says what they may do in the channel, its overwrites included.
  if (member instanceof GuildMember)
    return memberSubject(member, ownerIds, interaction.memberPermissions ?? undefined);
  const roleIds = member && guildId ? [...member.roles, guildId] : [];
  return {
    userId: user.id,
    isBotOwner: ownerIds.has(user.id),
    isGuildOwner: false,
    roles: roleIds.map((id) => ({ id, position: id === guildId ? 0 : 1 })),
    permissions: interaction.memberPermissions ?? new PermissionsBitField(),
  };
}
