import type { Snowflake } from 'discord.js';
import { isOpenTo, type SelfRole } from './self-role.ts';

/** What somebody has, what there is to choose, and what they want. */
export interface Wish {
  readonly held: ReadonlySet<Snowflake>;
  readonly offered: readonly SelfRole[];
  /** Roles to have from now on. Of one exclusive group the last counts. */
  readonly take: readonly Snowflake[];
  /** Roles to have no more. */
  readonly drop: readonly Snowflake[];
}

/** What it comes to. */
export interface ChangePlan {
  readonly add: readonly Snowflake[];
  readonly remove: readonly Snowflake[];
  /** Wanted, and nothing that members may take (any more). */
  readonly unknown: readonly Snowflake[];
  /** Wanted, and the person has none of the roles that they ask for. */
  readonly locked: readonly SelfRole[];
}

/** Works out how a member's roles change, so that they never have two of an exclusive group. */
export function planChange({ held, offered, take, drop }: Wish): ChangePlan {
  const byId = new Map(offered.map((role) => [role.roleId, role]));
  const wanted = [...new Set(take)].filter((id) => !held.has(id));
  const unknown = wanted.filter((id) => !byId.has(id));
  const known = wanted.flatMap((id) => byId.get(id) ?? []);
  const locked = known.filter((role) => !isOpenTo(role, held));
  const open = known.filter((role) => isOpenTo(role, held));
  const add = open.filter((role, index) => !open.slice(index + 1).some((later) => excludes(later, role)));
  const remove = [...held].filter((id) => {
    const role = byId.get(id);
    if (!role) return false;
    return drop.includes(id) || add.some((added) => excludes(added, role));
  });
  return { add: add.map(({ roleId }) => roleId), remove, unknown, locked };
}

function excludes(one: SelfRole, other: SelfRole): boolean {
  return one.exclusiveGroup !== null && one.exclusiveGroup === other.exclusiveGroup;
}
