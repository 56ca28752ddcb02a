import { quotable, refusal, UserError } from '@twi/sdk';

/** Beyond it, nobody remembers why. */
export const MOST_YEARS = 5;
/** What fits into an answer together with the rest. */
export const LONGEST_REMINDER = 1_000;

export function unclearMoment(typed: string): UserError {
  return new UserError(refusal('utility:errors.unclear-moment', { given: quotable(typed) }));
}

/** @param at the moment that was understood, as Discord shows it */
export function momentPast(at: string): UserError {
  return new UserError(refusal('utility:errors.moment-past', { at }));
}

export function momentTooFar(at: string): UserError {
  return new UserError(refusal('utility:errors.moment-too-far', { at, years: MOST_YEARS }));
}

export function badReminderText(length: number): UserError {
  return new UserError(refusal('utility:errors.bad-reminder-text', { length, max: LONGEST_REMINDER }));
}

export function tooManyReminders(max: number): UserError {
  return new UserError(refusal('utility:errors.too-many-reminders', { max }));
}

export function noSuchReminder(typed: string): UserError {
  return new UserError(refusal('utility:errors.no-such-reminder', { given: quotable(typed) }));
}

export function reminderGone(): UserError {
  return new UserError(refusal('utility:errors.reminder-gone'));
}

export function notYourReminder(): UserError {
  return new UserError(refusal('utility:errors.not-your-reminder'));
}

/** @param at when it would come, as Discord shows it */
export function reminderWaiting(at: string): UserError {
  return new UserError(refusal('utility:errors.reminder-waiting', { at }));
}
