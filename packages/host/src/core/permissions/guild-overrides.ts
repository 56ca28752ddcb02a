import {
  type Database,
  type PermissionEffect,
  type PermissionOverride,
  PermissionOverrideRepository,
} from '@twi/database';
import { type PermissionNode, UserError } from '@twi/sdk';
import type { Guild, GuildMember, Snowflake } from 'discord.js';
import type { Kysely } from 'kysely';
import { allNodesOf } from '../../permissions/wildcard.ts';
import type { CoreServices } from '../core-services.ts';
import { noSuchNode, noSuchOverride, sameOverride, wouldLockOut } from './override-refusals.ts';
import { changedOverrides, findOverride, type OverrideSubject } from './override-subject.ts';

/** Whoever holds it may change who holds what. */
export const PERMISSIONS_NODE = 'core.permissions';

export interface OverrideChange {
  readonly guild: Guild;
  /** Who changes it. */
  readonly member: GuildMember;
  /** A node, or all of a plugin: `moderation.*`. */
  readonly node: string;
  readonly subject: OverrideSubject;
  /** `null` removes the override. */
  readonly effect: PermissionEffect | null;
}

/** A node as people pick it. */
export interface ListedNode extends PermissionNode {
  readonly node: string;
}

const VERBS = { allow: 'grant', deny: 'deny', clear: 'clear' } as const;

/** The rules of a guild on who may do what, on top of the defaults. */
export class GuildOverrides {
  readonly #services: CoreServices;

  constructor(services: CoreServices) {
    this.#services = services;
  }

  /** All nodes of the plugins that run, with one for all of each plugin. */
  nodes(): ListedNode[] {
    return this.#services.registry
      .list()
      .filter(({ state }) => state === 'loaded')
      .flatMap(({ id, plugin }) => {
        const nodes = Object.entries(plugin?.nodes ?? {}).map(([node, declared]) => ({ node, ...declared }));
        const all = { node: allNodesOf(id), description: `Everything that ${plugin?.title ?? id} asks for` };
        return nodes.length > 1 ? [...nodes, all] : nodes;
      });
  }

  /** Whether a plugin that runs declares a node. */
  isKnown(node: string): boolean {
    return this.nodes().some((listed) => listed.node === node);
  }

  /** A guild's overrides, by node. */
  list(guildId: Snowflake): Promise<readonly PermissionOverride[]> {
    return this.#services.permissions.overridesOf(guildId);
  }

  /**
   * Makes, changes or removes an override, and records that.
   *
   * @throws {UserError} when there is no such node or override, nothing would change, or whoever asks would lock
   * themselves out.
   */
  async change(change: OverrideChange): Promise<void> {
    await this.#apply(change, (before) => {
      if (change.effect === null && before === null) throw new UserError(noSuchOverride(change));
      if (change.effect !== null) this.#assertNode(change.node);
      if (change.effect === before) throw new UserError(sameOverride(change));
    });
  }

  /**
   * Puts an override back as it was, if it is still as somebody left it.
   *
   * @throws {UserError} what `conflict` says, when it is not.
   */
  async putBack(
    change: OverrideChange,
    conflict: (now: PermissionEffect | null) => UserError.Options | undefined,
  ): Promise<void> {
    await this.#apply(change, (now) => {
      const refusal = conflict(now);
      if (refusal) throw new UserError(refusal);
    });
  }

  async #apply(change: OverrideChange, check: (before: PermissionEffect | null) => void): Promise<void> {
    const { guild, member, node, subject, effect } = change;
    await this.#services.database.db.transaction().execute(async (transaction) => {
      const rows = new PermissionOverrideRepository(transaction);
      const overrides = await rows.listOfGuild(guild.id);
      const before = findOverride(overrides, change)?.effect ?? null;
      check(before);
      const after = changedOverrides(overrides, change);
      if (!this.#services.permissions.wouldHold(member, PERMISSIONS_NODE, after))
        throw new UserError(wouldLockOut());
      await this.#write(transaction, change);
      await this.#services.audit.record({
        guildId: guild.id,
        userId: member.id,
        action: `core.permission-${VERBS[effect ?? 'clear']}`,
        target: 'roleId' in subject ? subject.roleId : subject.userId,
        details: { node },
        reversal: { node, ...subject, before, after: effect },
        transaction,
      });
    });
    await this.#services.permissions.invalidate(guild.id);
  }

  async #write(db: Kysely<Database>, { guild, node, subject, effect }: OverrideChange): Promise<void> {
    const rows = new PermissionOverrideRepository(db);
    const key = { guildId: guild.id, node, ...subject };
    if (effect === null) await rows.delete(key);
    else await rows.save(key, effect);
  }

  #assertNode(node: string): void {
    if (!this.isKnown(node)) throw new UserError(noSuchNode(node));
  }
}
