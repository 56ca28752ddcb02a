import type { Snowflake } from 'discord.js';

/** What a page of `/audit` shows. It travels in the custom ids of its buttons. */
export interface AuditPageState {
  readonly userId?: Snowflake | undefined;
  readonly action?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The longest name of an action that fits into a custom id beside the rest. */
const MAX_ACTION = 45;

export function encodeAuditPage({ userId = '', action = '', limit, cursor = '' }: AuditPageState): string {
  return [limit, userId, cursor, action.slice(0, MAX_ACTION)].join('|');
}

export function decodeAuditPage(state: string): AuditPageState {
  const [limit, userId, cursor, action] = state.split('|');
  return {
    limit: Number(limit) || 1,
    userId: userId || undefined,
    cursor: cursor || undefined,
    action: action || undefined,
  };
}
