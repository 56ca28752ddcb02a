/** What can be ranked. */
export const RANKED = ['users', 'channels', 'emoji', 'commands'] as const;

export type Ranked = (typeof RANKED)[number];

/** A page of a leaderboard, as its buttons know it. */
export interface LeaderboardPage {
  readonly of: Ranked;
  readonly days: number;
  /** How many places come before it. */
  readonly offset: number;
  /** Whether everybody in the channel reads it, with what every member may see. */
  readonly isPublic: boolean;
}

const MOST_DAYS = 365;
const STATE = /^([a-z]+)\.(\d{1,3})\.(\d{1,7})\.([ap])$/;

/** A page as the state of a button. */
export function stateOf({ of, days, offset, isPublic }: LeaderboardPage): string {
  return `${of}.${days}.${offset}.${isPublic ? 'p' : 'a'}`;
}

/** The page that a button leads to; `undefined` where its state is none. */
export function pageOf(state: string): LeaderboardPage | undefined {
  const [, name, days, offset, audience] = STATE.exec(state) ?? [];
  const of = RANKED.find((ranked) => ranked === name);
  const isDays = Number(days) >= 1 && Number(days) <= MOST_DAYS;
  return of && isDays
    ? { of, days: Number(days), offset: Number(offset), isPublic: audience === 'p' }
    : undefined;
}
