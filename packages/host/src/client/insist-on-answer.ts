import { setTimeout as sleep } from 'node:timers/promises';
import { RESTJSONErrorCodes } from 'discord.js';
import type { Received, ReceivedAnswer } from './answer-request.ts';

/** Discord takes the first answer to an interaction for so long (Interactions › Interaction Callback). */
const ANSWERABLE_MS = 3_000;
/** Between the tries. */
const WAITS_MS = [100, 300, 900] as const;

const TAKEN: ReceivedAnswer = { status: 204, statusText: 'No Content', rawHeaders: [], chunks: [] };

/**
 * Gives the first answer to an interaction until Discord has it, or nobody can have it any more. That is safe: there is one
 * answer, and Discord refuses the second. So where it does after the answer to a try got lost, it has taken that one.
 *
 * @param isBodyWanted whether whoever answers wants to read what became of it, which is lost then
 */
export async function insistOnAnswer(give: () => Promise<Received>, isBodyWanted = false): Promise<Received> {
  const deadline = performance.now() + ANSWERABLE_MS;
  let received = await give();
  if (!isLost(received)) return received;
  for (const waitMs of WAITS_MS) {
    if (performance.now() + waitMs > deadline) return received;
    await sleep(waitMs);
    received = await give();
    if (!isBodyWanted && isAlreadyGiven(received)) return TAKEN;
    if (!isLost(received)) return received;
  }
  return received;
}

/** Whether it is unknown if Discord took the answer. */
export function isLost(received: Received): boolean {
  return 'error' in received || received.status >= 500;
}

function isAlreadyGiven(received: Received): boolean {
  if ('error' in received || received.status !== 400) return false;
  const body = Buffer.concat([...received.chunks]).toString();
  return body.includes(String(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged));
}
