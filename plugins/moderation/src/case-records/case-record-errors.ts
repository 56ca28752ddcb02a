import type { UserError } from '@twi/sdk';
import { bold } from 'discord.js';

type Refusal = UserError.Options;

export function caseNotDeleted(number: number): Refusal {
  return { identifier: 'moderation.case-not-deleted', message: `Case #${number} is not deleted.` };
}

export function caseAlreadyDeleted(number: number): Refusal {
  return { identifier: 'moderation.case-already-deleted', message: `Case #${number} is deleted already.` };
}

export function caseInProgress(number: number): Refusal {
  return {
    identifier: 'moderation.case-in-progress',
    message: `Case #${number} is still in progress. Try again in a few minutes.`,
  };
}

/** Somebody changed the reason in the meantime. */
export function reasonChangedSince(number: number, now: string | null): Refusal {
  return {
    identifier: 'moderation.reason-changed-since',
    message: `The reason of case #${number} has changed since; it is now ${now === null ? 'empty' : bold(now)}.`,
  };
}

export function noteNotFound(number: number, isDeleted: boolean): Refusal {
  return {
    identifier: 'moderation.note-not-found',
    message: `That note on case #${number} is ${isDeleted ? 'deleted already' : 'not deleted'}.`,
  };
}
