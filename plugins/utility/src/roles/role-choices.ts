import { lockUntilCommit } from '@twi/database';
import { auditReason, refusal, UserError } from '@twi/sdk';
import {
  DiscordAPIError,
  type GuildMember,
  RESTJSONErrorCodes,
  type Role,
  roleMention,
  type Snowflake,
} from 'discord.js';
import type { UtilityContext } from '../context.ts';
import { GuildTurns } from '../discord/guild-turns.ts';
import { type ChangePlan, planChange } from './plan-change.ts';
import { roleUnusable } from './role-errors.ts';
import { roleProblem } from './role-problem.ts';
import type { SelfRole } from './self-role.ts';
import type { SelfRoles } from './self-roles.ts';

/** What somebody wants, from what they have at that moment. */
type Wish = (held: ReadonlySet<Snowflake>) => {
  readonly take: readonly Snowflake[];
  readonly drop: readonly Snowflake[];
};

/** What became of a wish. */
export interface RoleChange {
  readonly added: readonly Snowflake[];
  readonly removed: readonly Snowflake[];
  /** Those that the person lacks what they ask for. */
  readonly locked: readonly SelfRole[];
  /** All roles to choose that they have now. */
  readonly yours: readonly Snowflake[];
}

/** Gives members the roles that they choose, and takes them away again. */
export class RoleChoices {
  readonly #context: UtilityContext;
  readonly #roles: SelfRoles;
  readonly #turns = new GuildTurns();

  constructor(context: UtilityContext, roles: SelfRoles) {
    this.#context = context;
    this.#roles = roles;
  }

  /**
   * Gives a member the role, or takes it away if they have it.
   *
   * @throws {UserError} `utility.role-not-offered`, `utility.role-locked`, `utility.role-unavailable`
   */
  async toggle(member: GuildMember, roleId: Snowflake): Promise<RoleChange> {
    const offered = await this.#roles.list(member.guild.id);
    // Else it would seem that nothing happened to who has it already.
    if (!offered.some((role) => role.roleId === roleId)) throw notOffered(roleId);
    const change = await this.#change(member, 'chosen with /role', (held) =>
      held.has(roleId) ? { take: [], drop: [roleId] } : { take: [roleId], drop: [] },
    );
    const [locked] = change.locked;
    if (locked) throw new UserError(lockedRefusal(locked));
    return change;
  }

  /** Gives a member roles; those that they have they keep. @throws {UserError} as {@link toggle} */
  take(member: GuildMember, roleIds: readonly Snowflake[]): Promise<RoleChange> {
    return this.#change(member, 'chosen in a menu', () => ({ take: roleIds, drop: [] }));
  }

  /** Lets a member have exactly `chosen` of `among`. @throws {UserError} as {@link toggle} */
  choose(
    member: GuildMember,
    { chosen, among }: { readonly chosen: readonly Snowflake[]; readonly among: readonly Snowflake[] },
  ): Promise<RoleChange> {
    const drop = among.filter((id) => !chosen.includes(id));
    return this.#change(member, 'chosen in a menu', () => ({ take: chosen, drop }));
  }

  /** Whoever else changes the same member's roles through the bot waits, in this process and in others. */
  #change(member: GuildMember, how: string, wish: Wish): Promise<RoleChange> {
    const { guild, id: userId } = member;
    return this.#turns.take(guild.id, () =>
      this.#context.db.transaction().execute(async (transaction) => {
        await lockUntilCommit(transaction, `utility roles ${guild.id} ${userId}`);
        // What the interaction or the cache knows may be older than the change before this one.
        const fresh = await guild.members.fetch({ user: userId, force: true });
        return this.#apply(fresh, how, wish);
      }),
    );
  }

  async #apply(member: GuildMember, how: string, wish: Wish): Promise<RoleChange> {
    const held = new Set(member.roles.cache.keys());
    const listed = await this.#roles.list(member.guild.id);
    const offered = listed.filter(({ roleId }) => member.guild.roles.cache.has(roleId));
    const plan = planChange({ held, offered, ...wish(held) });
    const [unknown] = plan.unknown;
    if (unknown) throw notOffered(unknown);
    await this.#assertUsable(member, plan);
    await this.#send(member, plan, how);
    const has = (id: Snowflake) => (held.has(id) && !plan.remove.includes(id)) || plan.add.includes(id);
    const yours = offered.map(({ roleId }) => roleId).filter(has);
    return { added: plan.add, removed: plan.remove, locked: plan.locked, yours };
  }

  async #assertUsable(member: GuildMember, { add, remove }: ChangePlan): Promise<void> {
    for (const id of [...add, ...remove]) {
      const role = member.guild.roles.cache.get(id);
      const problem = role && roleProblem(role);
      if (problem && (add.includes(id) || problem !== 'staff-powers'))
        throw await this.#unavailable(member, role, () => roleUnusable(role, problem));
    }
  }

  /** In one request, so that nobody ever has two roles of an exclusive group. */
  async #send(member: GuildMember, { add, remove }: ChangePlan, how: string): Promise<void> {
    const { guild, roles } = member;
    const reason = auditReason(`${member.user.username}: ${how}`);
    const [first] = [...add, ...remove];
    if (!first) return;
    const kept = [...roles.cache.keys()].filter((id) => id !== guild.id && !remove.includes(id));
    try {
      if (add.length + remove.length > 1) await roles.set([...kept, ...add], reason);
      // One alone leaves what others change at the same moment.
      else await (add.length > 0 ? roles.add(first, reason) : roles.remove(first, reason));
    } catch (error) {
      const role = guild.roles.cache.get(first);
      if (!(error instanceof DiscordAPIError) || !role) throw error;
      throw await this.#unavailable(member, role, () => refusedByDiscord(role, error));
    }
  }

  /** Members read that it does not work; who chooses the roles reads why. */
  async #unavailable(member: GuildMember, role: Role, cause: () => UserError.Options): Promise<UserError> {
    const isStaff = await this.#context.permissions.allows(member, 'utility.roles');
    if (isStaff) return new UserError(cause());
    return new UserError(refusal('utility:roles.errors.role-unavailable', roleValue(role.id)));
  }
}

function roleValue(id: Snowflake): { readonly role: string } {
  return { role: roleMention(id) };
}

function notOffered(roleId: Snowflake): UserError {
  return new UserError(refusal('utility:roles.errors.role-not-offered', roleValue(roleId)));
}

function lockedRefusal({ roleId, requiredRoleIds }: SelfRole): UserError.Options {
  const required = requiredRoleIds.map((id) => roleMention(id)).join(', ');
  return refusal('utility:roles.errors.role-locked', { ...roleValue(roleId), required });
}

function refusedByDiscord(role: Role, { code, message }: DiscordAPIError): UserError.Options {
  const mention = roleMention(role.id);
  const why =
    code === RESTJSONErrorCodes.MissingPermissions
      ? 'Discord says that I lack **Manage Roles**, or that the role stands above mine. Look at Server Settings › Roles.'
      : `Discord says "${message}".`;
  return { identifier: 'utility.role-refused', message: `I could not change ${mention}. ${why}` };
}
