import {
  type Deed,
  enter,
  type ModelCase,
  type ModerationModel,
  take,
  type TargetName,
} from './moderation-model.ts';
import { areClose, type ModerationScene, type Outcome } from './moderation-scene.ts';

/** What a moderator did while another acted, and how the bot answered. */
interface Answered {
  readonly deed: Deed;
  readonly outcome: Outcome;
}

/**
 * Makes the model what one of the two orders makes of it: the one that Discord and the plugin show.
 *
 * @throws {Error} when neither does.
 */
export async function resolve(
  model: ModerationModel,
  scene: ModerationScene,
  [one, other]: readonly [Answered, Answered],
): Promise<void> {
  const candidates = [inOrder(model, [one, other]), inOrder(model, [other, one])];
  const targets = new Set([one.deed.target, other.deed.target]);
  for (const candidate of candidates) {
    if (!(await fits(candidate, scene, targets))) continue;
    for (const name of targets) hear(candidate, scene, name, model);
    Object.assign(model, candidate);
    return;
  }
  throw new Error(
    `No order explains what became of it: ${one.outcome} and ${other.outcome}.\n${scene.bot.transcript}`,
  );
}

function inOrder(model: ModerationModel, answers: readonly Answered[]): ModerationModel {
  const candidate = structuredClone(model);
  for (const { deed, outcome } of answers) {
    if (outcome === 'failed') candidate.cases.push(failedCase(candidate, deed));
    if (outcome !== 'done') continue;
    const made = take(candidate, deed);
    if (deed.by === 'alice' || deed.by === 'bob') enter(candidate, deed.by, made);
  }
  return candidate;
}

function failedCase({ cases }: ModerationModel, { type, target }: Deed): ModelCase {
  return { number: cases.length + 1, type, target, isDone: false };
}

async function fits(
  candidate: ModerationModel,
  scene: ModerationScene,
  targets: ReadonlySet<TargetName>,
): Promise<boolean> {
  for (const name of targets) {
    if (!scene.isAsIn(candidate, name)) return false;
    if (!areClose(await scene.plannedEnd(name), candidate.people[name].ban?.until)) return false;
  }
  return true;
}

/** Whether somebody was told depends on whether they were a member yet, or still: at most once for each deed. */
function hear(
  candidate: ModerationModel,
  scene: ModerationScene,
  name: TargetName,
  before: ModerationModel,
): void {
  const heard = scene.person(name).directMessages.length;
  const least = before.people[name].told;
  if (heard < least || heard > least + 2)
    throw new Error(`${name} got ${heard - least} messages about two deeds.`);
  candidate.people[name].told = heard;
}
