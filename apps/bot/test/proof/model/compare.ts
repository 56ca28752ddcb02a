import { expect } from 'vitest';
import { type ModerationModel, TARGETS } from './moderation-model.ts';
import { areClose, type ModerationScene } from './moderation-scene.ts';

/** Compares all that there is with all that there should be. */
export async function compare(model: ModerationModel, scene: ModerationScene): Promise<void> {
  await scene.awaitCases(model);
  const cases = await scene.cases();
  const nameOf = (id: string) => TARGETS.find((name) => scene.person(name).id === id);
  expect(cases.map(({ number }) => number)).toEqual(model.cases.map((_, index) => index + 1));
  const found = cases.map(({ type, state, targetId, deletedAt }) =>
    line(type, nameOf(targetId), { state, isDeleted: deletedAt !== null }),
  );
  const expected = model.cases.map(({ type, target, isDone, isDeleted = false }) =>
    line(type, target, { state: isDone ? 'done' : 'failed', isDeleted }),
  );
  // Two bans that run out at once may be lifted in either order.
  expect(found.toSorted()).toEqual(expected.toSorted());
  for (const name of TARGETS) {
    expect(scene.isAsIn(model, name), `${name} is as in the model`).toBe(true);
    const planned = await scene.plannedEnd(name);
    expect(areClose(planned, model.people[name].ban?.until), `the ban of ${name} ends in time`).toBe(true);
    expect(scene.person(name).directMessages.length, `messages to ${name}`).toBe(model.people[name].told);
  }
  expect({ bans: scene.countRequests('PUT'), unbans: scene.countRequests('DELETE') }).toEqual({
    bans: model.banRequests,
    unbans: model.unbanRequests,
  });
}

function line(
  type: string,
  target: string | undefined,
  { state, isDeleted }: { readonly state: string; readonly isDeleted: boolean },
): string {
  return `${type} of ${target ?? 'nobody'}: ${state}${isDeleted ? ', deleted' : ''}`;
}
