import type { Snowflake } from 'discord.js';
import type { Finding } from '../engine/rule-set.ts';
import type { ActionOf, AutomodAction } from '../rules/action.ts';

const STRENGTHS = ['warn', 'timeout', 'kick', 'ban'] as const;

/** What moderators record as a case. */
export type Sanction = ActionOf<(typeof STRENGTHS)[number]>;

/** What is done about a message, each at most once however many rules it falls under. */
export interface Plan {
  readonly deletes: boolean;
  readonly sanction: Sanction | undefined;
  readonly roleIds: readonly Snowflake[];
  readonly reply: string | undefined;
  readonly logChannelIds: readonly Snowflake[];
}

/** Puts the actions of several rules together: the strongest sanction, the first reply, everything else once. */
export function planOf(findings: readonly Finding[]): Plan {
  const actions = findings.flatMap(({ rule }) => rule.definition.actions);
  const logs = actions.flatMap((action) =>
    action.type === 'log' && action.channelId ? action.channelId : [],
  );
  return {
    deletes: actions.some(({ type }) => type === 'delete'),
    sanction: actions.filter(isSanction).toSorted(byStrength).at(-1),
    roleIds: [...new Set(actions.flatMap((action) => (action.type === 'role' ? action.roleId : [])))],
    reply: actions.find((action) => action.type === 'reply')?.text,
    logChannelIds: [...new Set(logs)],
  };
}

function isSanction(action: AutomodAction): action is Sanction {
  return STRENGTHS.some((type) => type === action.type);
}

/** Of two of a kind the longer one is stronger; a ban without end outlasts all. */
function byStrength(a: Sanction, b: Sanction): number {
  return STRENGTHS.indexOf(a.type) - STRENGTHS.indexOf(b.type) || weightOf(a) - weightOf(b);
}

function weightOf(sanction: Sanction): number {
  if (sanction.type === 'warn' || sanction.type === 'kick') return 0;
  return sanction.durationMs ?? Number.MAX_SAFE_INTEGER;
}
