import { refusal, type UserError } from '@twi/sdk';

type Refusal = UserError.Options;

export function backfillRunning(channelId: string): Refusal {
  return refusal('stats:errors.backfill-running', { channelId });
}

/** A channel that the bot may not read, or that holds no messages. */
export function cannotBackfill(channelId: string): Refusal {
  return refusal('stats:errors.cannot-backfill', { channelId });
}
