/** Who is acted on. */
export const TARGETS = ['mallory', 'trent'] as const;
export type TargetName = (typeof TARGETS)[number];

/** Who acts through the bot. */
export const MODERATORS = ['alice', 'bob'] as const;
export type ModeratorName = (typeof MODERATORS)[number];

type SanctionType = 'ban' | 'unban' | 'timeout' | 'untimeout';
export type DeedType = SanctionType | 'warn' | 'softban';

/** A person as the server has them. */
export interface ModelPerson {
  isMember: boolean;
  /** Absent: not banned. Without an end it lasts. */
  ban?: { readonly until: number | undefined } | undefined;
  timeoutUntil?: number | undefined;
  /** How many messages they got from the bot. */
  told: number;
}

export interface ModelCase {
  readonly number: number;
  readonly type: DeedType;
  readonly target: TargetName;
  readonly isDone: boolean;
  readonly until?: number | undefined;
  readonly follows?: number | undefined;
  isDeleted?: boolean;
}

/** What a moderator did and can take back. */
export interface ModelEntry {
  readonly by: ModeratorName;
  readonly made: ModelCase;
  undone?: { readonly by: ModeratorName; readonly turn: number } | undefined;
}

/** What there should be: plain data, so that it can be copied. */
export interface ModerationModel {
  readonly people: Record<TargetName, ModelPerson>;
  readonly cases: ModelCase[];
  readonly entries: ModelEntry[];
  /** Successful requests to ban and to lift a ban. */
  banRequests: number;
  unbanRequests: number;
  turns: number;
}

export function newModel(): ModerationModel {
  return {
    people: { mallory: { isMember: true, told: 0 }, trent: { isMember: true, told: 0 } },
    cases: [],
    entries: [],
    banRequests: 0,
    unbanRequests: 0,
    turns: 0,
  };
}

/** Something that is to be done to somebody. */
export interface Deed {
  readonly type: DeedType;
  readonly target: TargetName;
  readonly by: ModeratorName | 'hand' | 'expiry';
  readonly durationMs?: number | undefined;
  readonly follows?: number | undefined;
}

export function isTimedOut({ timeoutUntil }: ModelPerson): boolean {
  return timeoutUntil !== undefined && timeoutUntil > Date.now();
}

/** Whether the bot does it at all. */
export function isPossible(model: ModerationModel, { type, target }: Pick<Deed, 'type' | 'target'>): boolean {
  const person = model.people[target];
  if (type === 'ban') return true;
  if (type === 'unban') return person.ban !== undefined;
  return person.isMember && (type !== 'untimeout' || isTimedOut(person));
}

/** Does it: the case, what it makes of the person, and what they hear of it. */
export function take(model: ModerationModel, deed: Deed): ModelCase {
  const { type, target, by, durationMs, follows } = deed;
  const until = durationMs === undefined ? undefined : Date.now() + durationMs;
  const made = { number: model.cases.length + 1, type, target, isDone: true, until, follows };
  model.cases.push(made);
  const person = model.people[target];
  const isByModerator = by !== 'hand' && by !== 'expiry';
  if (isByModerator && person.isMember && type !== 'unban') person.told += 1;
  if (by !== 'hand') countRequests(model, type);
  change(person, type, until);
  return made;
}

/** Remembers that a moderator can take back what they did. */
export function enter(model: ModerationModel, by: ModeratorName, made: ModelCase): void {
  if (made.type !== 'softban') model.entries.push({ by, made });
}

function countRequests(model: ModerationModel, type: DeedType): void {
  if (type === 'ban' || type === 'softban') model.banRequests += 1;
  if (type === 'unban' || type === 'softban') model.unbanRequests += 1;
}

function change(person: ModelPerson, type: DeedType, until: number | undefined): void {
  if (type === 'ban' || type === 'softban') {
    person.isMember = false;
    person.timeoutUntil = undefined;
  }
  if (type === 'ban') person.ban = { until };
  if (type === 'unban') person.ban = undefined;
  if (type === 'timeout') person.timeoutUntil = until;
  if (type === 'untimeout') person.timeoutUntil = undefined;
}

/** Lifts what has run out. */
export function passTime(model: ModerationModel): void {
  for (const target of TARGETS) {
    const until = model.people[target].ban?.until;
    if (until !== undefined && until <= Date.now()) take(model, { type: 'unban', target, by: 'expiry' });
  }
}
