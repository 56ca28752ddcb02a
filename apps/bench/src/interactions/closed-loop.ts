import type { MemberActor } from '@twi/sandbox';
import type { CommandName } from './commands.ts';

/** Enough that the bot never waits for the next one, as with many members at once. */
const IN_FLIGHT = 64;

/** Keeps a number of commands in flight until all are answered. @returns how long each took, in milliseconds */
export async function closedLoop(
  member: MemberActor,
  command: CommandName,
  count: number,
): Promise<readonly number[]> {
  const latencies: number[] = [];
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const sent = performance.now();
      await member.slash(command);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return latencies;
}
