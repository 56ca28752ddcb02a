import type { QueryCache } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Guild, GuildMember, Role, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { UtilityContext } from '../context.ts';
import type { UtilityTransaction } from '../database/utility-transaction.ts';
import { type SelfRoleKey, SelfRoleRepository } from '../database/self-role-repository.ts';
import {
  roleGone,
  roleNotOfferedYet,
  roleOfferedAlready,
  roleOutranksActor,
  roleUnusable,
  selfRoleMovedOn,
} from './role-errors.ts';
import { roleProblem } from './role-problem.ts';
import { type SelfRole, type SelfRoleContent, selfRoleContent } from './self-role.ts';

const MOST_GUILDS = 5_000;

/** Where a role stands, or `null` where members may not take it. */
type State = SelfRoleContent | null;

/** From what to what a role is changed; what the audit log keeps, for undo. */
export interface SelfRoleTransition {
  readonly roleId: Snowflake;
  readonly before: State;
  readonly after: State;
}

/** Which roles the members of a server may take. Every change is in the audit log, and reaches the panels. */
export class SelfRoles {
  readonly #context: UtilityContext;
  readonly #roles: SelfRoleRepository;
  readonly #cache: QueryCache<SelfRole[]>;

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#roles = new SelfRoleRepository(context.db);
    this.#cache = context.cache({
      name: 'self-roles',
      max: MOST_GUILDS,
      load: (guildId) => this.#roles.listAll(guildId),
    });
  }

  /** All of a guild, the lightest first; of some the role may be gone since. */
  list(guildId: Snowflake): Promise<readonly SelfRole[]> {
    return this.#cache.get(guildId);
  }

  /** @throws {UserError} `utility.role-offered-already`, or why members cannot be given it */
  async add(role: Role, content: SelfRoleContent, by: GuildMember): Promise<void> {
    assertMayOffer(role, by);
    await this.#change(by, role.id, (before) => {
      if (before) throw new UserError(roleOfferedAlready(role.id));
      return content;
    });
  }

  /**
   * @param edit what becomes of what is said about the role now
   * @throws {UserError} `utility.role-not-offered-yet`, or why members cannot be given it
   */
  async edit(
    role: Role,
    edit: (now: SelfRoleContent) => SelfRoleContent,
    by: GuildMember,
  ): Promise<SelfRoleContent> {
    assertMayOffer(role, by);
    const { after } = await this.#change(by, role.id, (before) => edit(before ?? notOfferedYet(role.id)));
    return after ?? notOfferedYet(role.id);
  }

  /** @throws {UserError} `utility.role-not-offered-yet` */
  async remove(role: Role, by: GuildMember): Promise<SelfRoleContent> {
    assertOutranks(role, by);
    const { before } = await this.#change(by, role.id, (now) => (now ? null : notOfferedYet(role.id)));
    return before ?? notOfferedYet(role.id);
  }

  /**
   * Changes a role from one state to another, for undo and redo.
   *
   * @throws {UserError} `utility.self-role-moved-on` when it is no longer in the first, `utility.role-gone`
   */
  async replace({ roleId, before, after }: SelfRoleTransition, by: GuildMember): Promise<void> {
    const role = by.guild.roles.cache.get(roleId);
    if (!role) throw new UserError(roleGone());
    if (after) assertMayOffer(role, by);
    else assertOutranks(role, by);
    await this.#change(by, roleId, (now) => {
      if (!isDeepStrictEqual(now, before)) throw new UserError(selfRoleMovedOn(roleId));
      return after;
    });
  }

  /** Forgets a role that was deleted in Discord. Does nothing for any other. */
  async forget(key: SelfRoleKey): Promise<void> {
    const { guildId, roleId } = key;
    const all = await this.list(guildId);
    if (all.some((role) => role.roleId === roleId)) {
      await this.#roles.remove(key);
      await this.#cache.invalidate(guildId);
    }
    // It may be among the roles that another asks for.
    const isShown = all.some((role) => [role.roleId, ...role.requiredRoleIds].includes(roleId));
    if (isShown) await this.#refreshPanels(guildId);
  }

  /** Forgets the roles of these guilds that were deleted while the bot was away. */
  async forgetGone(guilds: ReadonlyMap<Snowflake, Guild>): Promise<void> {
    for (const key of await this.#roles.listKeys([...guilds.keys()]))
      if (!guilds.get(key.guildId)?.roles.cache.has(key.roleId)) await this.forget(key);
  }

  /** Has the panels follow when a role looks different in Discord. Does nothing for one that is not offered. */
  async follow({ guildId, roleId }: SelfRoleKey): Promise<void> {
    const all = await this.list(guildId);
    if (all.some((role) => role.roleId === roleId)) await this.#refreshPanels(guildId);
  }

  #refreshPanels(guildId: Snowflake, transaction?: UtilityTransaction): Promise<void> {
    const options = { key: guildId, ...(transaction && { transaction }) };
    return this.#context.jobs.send('refresh-role-panels', { guildId }, options);
  }

  /** Changes a role, writes it down and has the panels follow. */
  async #change(
    by: GuildMember,
    roleId: Snowflake,
    next: (before: State) => State,
  ): Promise<SelfRoleTransition> {
    const guildId = by.guild.id;
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(by.id)]);
    const changed = await this.#context.db.transaction().execute(async (transaction) => {
      const roles = new SelfRoleRepository(transaction);
      await roles.lockGuild(guildId);
      const found = await roles.find({ guildId, roleId });
      const before = found ? contentOf(found) : null;
      const after = next(before);
      if (after) await roles.save({ guildId, roleId }, after, by.id);
      else await roles.remove({ guildId, roleId });
      await this.#context.audit.record({
        guildId,
        userId: by.id,
        action: `utility.role-${verbOf(before, after)}`,
        target: roleId,
        details: { category: (after ?? before)?.category ?? null },
        reversal: { roleId, before, after },
        transaction,
      });
      await this.#refreshPanels(guildId, transaction);
      return { roleId, before, after };
    });
    await this.#cache.invalidate(guildId);
    return changed;
  }
}

function verbOf(before: State, after: State): 'offer' | 'change' | 'withdraw' {
  if (after === null) return 'withdraw';
  return before === null ? 'offer' : 'change';
}

function contentOf(role: SelfRole): SelfRoleContent {
  return selfRoleContent.parse(role);
}

function assertMayOffer(role: Role, by: GuildMember): void {
  const problem = roleProblem(role);
  if (problem) throw new UserError(roleUnusable(role, problem));
  assertOutranks(role, by);
}

/** Else the staff could hand out what they could not give by hand. */
function assertOutranks(role: Role, by: GuildMember): void {
  if (by.id === by.guild.ownerId || by.roles.highest.comparePositionTo(role) > 0) return;
  throw new UserError(roleOutranksActor(role.id));
}

function notOfferedYet(roleId: Snowflake): never {
  throw new UserError(roleNotOfferedYet(roleId));
}
