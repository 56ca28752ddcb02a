import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor } from '@twi/sandbox';
import type { CommandName } from './commands.ts';

const BREATH_MS = 1;

/**
 * Lets a member use a command at a steady rate, whether or not it keeps up.
 *
 * @returns how long each took, in milliseconds
 */
export async function openLoop(
  member: MemberActor,
  command: CommandName,
  { count, perSecond }: { readonly count: number; readonly perSecond: number },
): Promise<readonly number[]> {
  const start = performance.now();
  const pending: Promise<number>[] = [];
  while (pending.length < count) {
    const due = Math.min(count, ((performance.now() - start) / 1_000) * perSecond);
    while (pending.length < due) pending.push(timed(member, command));
    await sleep(BREATH_MS);
  }
  return Promise.all(pending);
}

async function timed(member: MemberActor, command: CommandName): Promise<number> {
  const sent = performance.now();
  await member.slash(command);
  return performance.now() - sent;
}
