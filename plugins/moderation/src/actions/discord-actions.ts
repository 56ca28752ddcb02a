import type { CaseType } from '../cases/case-type.ts';
import { ban } from './ban.ts';
import type { DiscordAction } from './discord-action.ts';
import { kick } from './kick.ts';
import { softban } from './softban.ts';
import { timeout } from './timeout.ts';
import { unban } from './unban.ts';
import { untimeout } from './untimeout.ts';

/** The case types that stand for something done in Discord. */
export const DISCORD_ACTIONS = { timeout, untimeout, kick, ban, softban, unban } as const satisfies Record<
  string,
  DiscordAction
>;

export type DiscordActionType = keyof typeof DISCORD_ACTIONS;

/** What Discord was asked to do, or `undefined` for a case that is no more than its record. */
export function discordActionOf(type: CaseType): DiscordAction | undefined {
  return type in DISCORD_ACTIONS ? DISCORD_ACTIONS[type as DiscordActionType] : undefined; // -- `in` does not narrow the key
}
