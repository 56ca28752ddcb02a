import type { AsyncCommand } from 'fast-check';
import fc from 'fast-check';
import { redo, undo } from './model-reversal.ts';
import {
  type Deed,
  type DeedType,
  enter,
  isPossible,
  isTimedOut,
  MODERATORS,
  type ModerationModel,
  type ModeratorName,
  passTime,
  take,
  type TargetName,
  TARGETS,
} from './moderation-model.ts';
import type { ModerationScene, Outcome } from './moderation-scene.ts';
import { resolve } from './resolve.ts';

/** A step of a run. */
export type Step = AsyncCommand<ModerationModel, ModerationScene>;

/** Minutes that no sum of jumps meets. */
const BAN_MINUTES = [50, 300];
const TIMEOUT_MINUTES = [10, 70, 1_500];
const JUMPS = ['45m', '450m'];
const MINUTE_MS = 60_000;

function step(
  words: string,
  run: (model: ModerationModel, scene: ModerationScene) => Promise<void>,
  check: (model: Readonly<ModerationModel>) => boolean = () => true,
): Step {
  return { check, run, toString: () => words };
}

const target = fc.constantFrom<TargetName>(...TARGETS);
const moderator = fc.constantFrom<ModeratorName>(...MODERATORS);

function deedOf<By extends Deed['by']>(
  types: readonly DeedType[],
  by: fc.Arbitrary<By>,
): fc.Arbitrary<Deed & { by: By }> {
  return fc.constantFrom(...types).chain((type) =>
    fc.record({
      type: fc.constant(type),
      target,
      by,
      durationMs: durationOf(type),
    }),
  );
}

function durationOf(type: DeedType): fc.Arbitrary<number | undefined> {
  if (type === 'timeout') return fc.constantFrom(...TIMEOUT_MINUTES).map((minutes) => minutes * MINUTE_MS);
  if (type !== 'ban') return fc.constant(undefined);
  return fc
    .option(fc.constantFrom(...BAN_MINUTES), { nil: undefined })
    .map((minutes) => minutes && minutes * MINUTE_MS);
}

const THROUGH_BOT: readonly DeedType[] = ['ban', 'unban', 'timeout', 'untimeout', 'warn', 'softban'];
/** What moderators ask the bot for. */
export const deedThroughBot = deedOf(THROUGH_BOT, moderator);

export function wordsOf({ type, target: whom, by, durationMs }: Deed): string {
  return `${by}: ${type} ${whom}${durationMs === undefined ? '' : ` ${durationMs / MINUTE_MS}m`}`;
}

function assertOutcome(outcome: Outcome, isAsked: boolean, what: string): void {
  const expected: Outcome = isAsked ? 'done' : 'refused';
  if (outcome !== expected) throw new Error(`"${what}" was ${outcome}, and should be ${expected}.`);
}

/** Types a command. */
const command = deedThroughBot.map((deed) =>
  step(wordsOf(deed), async (model, scene) => {
    const outcome = await scene.command(deed, deed.by);
    assertOutcome(outcome, isAllowed(model, deed), wordsOf(deed));
    if (outcome === 'done') enter(model, deed.by, take(model, deed));
  }),
);

function isAllowed(model: ModerationModel, deed: Deed): boolean {
  return isPossible(model, deed) && !(deed.type === 'softban' && model.people[deed.target].ban);
}

/** Both moderators type at once. */
const together = fc
  .tuple(deedOf(THROUGH_BOT, fc.constant('alice' as const)), deedOf(THROUGH_BOT, fc.constant('bob' as const)))
  .map(([one, other]) =>
    step(`at once (${wordsOf(one)}; ${wordsOf(other)})`, async (model, scene) => {
      const outcomes: readonly [Outcome, Outcome] = await Promise.all([
        scene.command(one, one.by),
        scene.command(other, other.by),
      ]);
      await resolve(model, scene, [
        { deed: one, outcome: outcomes[0] },
        { deed: other, outcome: outcomes[1] },
      ]);
    }),
  );

const reversal = fc.tuple(fc.constantFrom('undo' as const, 'redo' as const), moderator).map(([verb, by]) =>
  step(`${by}: ${verb}`, async (model, scene) => {
    const outcome = await scene.reverse(verb, by);
    const isDone = verb === 'undo' ? undo(model, by) : redo(model, by);
    assertOutcome(outcome, isDone, `${verb} by ${by}`);
  }),
);

const deedByHand = deedOf(['ban', 'unban', 'timeout', 'untimeout'], fc.constant('hand' as const)).map(
  (deed) => (deed.type === 'ban' ? { ...deed, durationMs: undefined } : deed),
);

/** Discord offers by hand only what changes something. */
function changesSomething(model: Readonly<ModerationModel>, deed: Deed): boolean {
  const person = model.people[deed.target];
  if (deed.type === 'ban') return person.ban === undefined;
  return isPossible(model, deed) && (deed.type !== 'untimeout' || isTimedOut(person));
}

const byHand = deedByHand.map((deed) =>
  step(
    wordsOf(deed),
    async (model, scene) => {
      await scene.byHand(deed);
      take(model, deed);
      await scene.awaitCases(model);
    },
    (model) => changesSomething(model, deed),
  ),
);

/** The bot is away while something is done by hand. */
const downtime = fc.array(deedByHand, { maxLength: 3 }).map((deeds) =>
  step(`restart, meanwhile (${deeds.map((deed) => wordsOf(deed)).join('; ')})`, async (model, scene) => {
    await scene.bot.stop();
    for (const deed of deeds) {
      if (!changesSomething(model, deed)) continue;
      await scene.byHand(deed);
      take(model, deed);
    }
    await scene.bot.restart();
    await scene.awaitCases(model);
  }),
);

const jump = fc.constantFrom(...JUMPS).map((duration) =>
  step(`${duration} pass`, async (model, scene) => {
    await scene.bot.clock.advance(duration);
    passTime(model);
    await scene.awaitCases(model);
  }),
);

const comeBack = target.map((name) =>
  step(
    `${name} joins`,
    async (model, scene) => {
      await scene.person(name).join();
      model.people[name].isMember = true;
    },
    (model) => !model.people[name].isMember && model.people[name].ban === undefined,
  ),
);

/** Every kind of step, those oftener that others build on. */
export const steps: fc.Arbitrary<Step>[] = [
  command,
  command,
  command,
  reversal,
  reversal,
  together,
  byHand,
  jump,
  comeBack,
  comeBack,
  downtime,
];
