import { refusal, type UserError } from '@twi/sdk';

type Refusal = UserError.Options;

export function backfillRunning(channelId: string): Refusal {
  return refusal('stats:errors.backfill-running', { channelId });
}

/** A channel whose past the caller may not read. */
export function mayNotSeeChannel(): Refusal {
  return refusal('stats:errors.may-not-see-channel');
}

/** A back-fill that is not at work any more. */
export function backfillOver(): Refusal {
  return refusal('stats:errors.backfill-over');
}

/** Pages of a list that somebody else asked for. */
export function notYourPages(): Refusal {
  return refusal('stats:errors.not-your-pages');
}

/** A channel that the bot may not read, or that holds no messages. */
export function cannotBackfill(channelId: string): Refusal {
  return refusal('stats:errors.cannot-backfill', { channelId });
}

/** A channel that the caller cannot read. */
export function cannotSee(channelId: string): Refusal {
  return refusal('stats:errors.cannot-see', { channelId });
}

/** A channel that not all can read who would read the answer. */
export function notForAll(channelId: string): Refusal {
  return refusal('stats:errors.not-for-all', { channelId });
}

export function noThread(): Refusal {
  return refusal('stats:errors.no-thread');
}

export function noChannel(): Refusal {
  return refusal('stats:errors.no-channel');
}
