import { absentOn, hierarchyProblem, ownMember, UserError } from '@twi/sdk';
import { type Guild, type GuildMember, RESTJSONErrorCodes, type Snowflake, type User } from 'discord.js';
import { botLacksPermission, type NeededPermission, targetNotMember, targetOutOfReach } from '../errors.ts';

/** The person acted on, as they are in one guild. */
export interface Target {
  readonly guild: Guild;
  readonly user: User;
  /** Absent for who is not in the guild. */
  readonly member: GuildMember | undefined;
}

export interface MemberTarget extends Target {
  readonly member: GuildMember;
}

/** Looks the person up in the guild. */
export async function findTarget(guild: Guild, user: User): Promise<Target> {
  return { guild, user, member: await findMember(guild, user.id) };
}

/**
 * The member as Discord has them now, or `undefined` for who is none. Never from the cache: without the privileged
 * members intent it does not hear of roles that changed or of members who left.
 */
export function findMember(guild: Guild, userId: Snowflake): Promise<GuildMember | undefined> {
  const { UnknownMember, UnknownUser } = RESTJSONErrorCodes;
  return absentOn(guild.members.fetch({ user: userId, force: true }), UnknownMember, UnknownUser);
}

/** @throws {UserError} `moderation.target-not-member` */
export function assertMember(target: Target): asserts target is MemberTarget {
  if (!target.member) throw new UserError(targetNotMember(target.user.id));
}

/**
 * Refuses a target above the moderator and, where the bot acts in Discord, above the bot. Ranks are of members: who is
 * not in the guild has none.
 *
 * @throws {UserError} `moderation.target-…` as in {@link targetOutOfReach}
 */
export function assertInReach(
  { member, user }: Target,
  { moderator, botActs }: { readonly moderator: GuildMember; readonly botActs: boolean },
): void {
  const problem = member && hierarchyProblem({ actor: moderator, target: member });
  if (!problem || (problem === 'outranks-bot' && !botActs)) return;
  throw new UserError(targetOutOfReach(problem, user.id));
}

/** @throws {UserError} `moderation.bot-lacks-permission` */
export async function assertBotHolds(guild: Guild, permission: NeededPermission): Promise<void> {
  const bot = await ownMember(guild);
  if (!bot.permissions.has(permission)) throw new UserError(botLacksPermission(permission));
}
