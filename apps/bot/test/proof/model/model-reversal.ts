import {
  isPossible,
  isTimedOut,
  type ModelCase,
  type ModelEntry,
  type ModerationModel,
  type ModeratorName,
  take,
} from './moderation-model.ts';

/** What can be put in force again; warnings are put back another way. */
const ENDS = { ban: 'unban', timeout: 'untimeout' } as const;
type Begin = keyof typeof ENDS;

/** Takes back the last thing that a moderator did and that stands. @returns whether there was one that could be. */
export function undo(model: ModerationModel, by: ModeratorName): boolean {
  const entry = model.entries.findLast((candidate) => candidate.by === by && !candidate.undone);
  if (!entry || !reverse(model, by, { entry, isUndo: true })) return false;
  model.turns += 1;
  entry.undone = { by, turn: model.turns };
  return true;
}

/** Does again the last thing that a moderator took back. @returns whether there was one that could be. */
export function redo(model: ModerationModel, by: ModeratorName): boolean {
  const [entry] = model.entries
    .filter(({ undone }) => undone?.by === by)
    .toSorted((one, other) => (other.undone?.turn ?? 0) - (one.undone?.turn ?? 0));
  if (!entry || !reverse(model, by, { entry, isUndo: false })) return false;
  entry.undone = undefined;
  return true;
}

function reverse(
  model: ModerationModel,
  by: ModeratorName,
  { entry: { made }, isUndo }: { readonly entry: ModelEntry; readonly isUndo: boolean },
): boolean {
  const { type } = made;
  if (type === 'warn') {
    made.isDeleted = isUndo;
    return true;
  }
  if (type === 'ban' || type === 'timeout')
    return isUndo ? lift(model, by, made) : putBack(model, by, { original: made, follows: made.number });
  if (!isUndo) return lift(model, by, made);
  const begins = type === 'unban' ? 'ban' : 'timeout';
  const original = casesOf(model, made, [begins]).findLast(({ number }) => number < made.number);
  return original !== undefined && putBack(model, by, { original, follows: made.number });
}

/** Of a person, oldest first: those that took place. */
function casesOf(model: ModerationModel, { target }: ModelCase, types: readonly string[]): ModelCase[] {
  return model.cases.filter((made) => made.isDone && made.target === target && types.includes(made.type));
}

function beginOf({ type }: ModelCase): Begin {
  return type === 'ban' || type === 'unban' ? 'ban' : 'timeout';
}

function isInForce(model: ModerationModel, { target }: ModelCase, begins: Begin): boolean {
  const person = model.people[target];
  return begins === 'ban' ? person.ban !== undefined : person.isMember && isTimedOut(person);
}

/** Nobody else may have lifted or replaced it since. */
function lift(model: ModerationModel, by: ModeratorName, made: ModelCase): boolean {
  const begins = beginOf(made);
  const last = casesOf(model, made, [begins, ENDS[begins]]).at(-1);
  const isOurs = !last || last.number === made.number || last.follows === made.number;
  if (!isOurs || !isInForce(model, made, begins)) return false;
  take(model, { type: ENDS[begins], target: made.target, by, follows: made.number });
  return true;
}

/** For what is left of it. */
function putBack(
  model: ModerationModel,
  by: ModeratorName,
  { original, follows }: { readonly original: ModelCase; readonly follows: number },
): boolean {
  const { target, until } = original;
  const begins = beginOf(original);
  const durationMs = until === undefined ? undefined : until - Date.now();
  if (isInForce(model, original, begins) || (durationMs !== undefined && durationMs <= 0)) return false;
  if (begins === 'timeout' && durationMs === undefined) return false;
  if (!isPossible(model, { type: begins, target })) return false;
  take(model, { type: begins, target, by, durationMs, follows });
  return true;
}
