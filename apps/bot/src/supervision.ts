import { z } from 'zod';
import type { CommandGroup } from '@twi/sandbox';

/** What the supervisor of `npm run dev` sends to the bot: the absolute paths of files that changed. */
export interface ChangeOrder {
  readonly changed: readonly string[];
}

/**
 * What the bot sends to its supervisor: which plugin registers which commands, and, of a change, whether it needs a new
 * process.
 */
export type BotReport =
  | { readonly type: 'commands'; readonly groups: readonly CommandGroup[] }
  | { readonly type: 'change-applied' }
  | { readonly type: 'restart-needed' };

const changeOrder = z.strictObject({ changed: z.array(z.string()) });

/** The order that a message is; undefined for what anybody else sent. */
export function parseChangeOrder(message: unknown): ChangeOrder | undefined {
  return changeOrder.safeParse(message).data;
}

/** Sends a report; a supervisor that is gone disconnects, and that stops the bot. */
export function report(message: BotReport): void {
  if (process.connected) process.send?.(message);
}
