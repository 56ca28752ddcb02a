import { quotable, refusal, UserError } from '@twi/sdk';
import { DICE_LIMITS } from './dice-limits.ts';

export function badDice(typed: string): UserError {
  return new UserError(refusal('utility:errors.bad-dice', { given: quotable(typed) }));
}

export function badAmountOfDice(): UserError {
  return new UserError(refusal('utility:errors.bad-amount-of-dice', { max: DICE_LIMITS.dice }));
}

export function badSides(): UserError {
  const { fewestSides, sides } = DICE_LIMITS;
  return new UserError(refusal('utility:errors.bad-sides', { min: fewestSides, max: sides }));
}

export function numberTooLarge(): UserError {
  return new UserError(refusal('utility:errors.number-too-large', { max: DICE_LIMITS.number }));
}

export function diceTwice(): UserError {
  return new UserError(refusal('utility:errors.dice-twice'));
}
