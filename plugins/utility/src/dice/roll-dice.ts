import type * as DiceRoller from '@dice-roller/rpg-dice-roller';
import { strikethrough } from 'discord.js';
import { numberTooLarge } from './dice-errors.ts';
import { diceNotation } from './dice-notation.ts';
import { diceRoller } from './dice-roller.ts';

/** What fell, ready to be shown. */
export interface Rolled {
  /** What was rolled, without spaces: `2d20+5`. */
  readonly notation: string;
  /** What each die shows, in Markdown; dropped ones are struck through: `[1, 8] + 5`. */
  readonly shown: string;
  readonly total: number;
  /** What a lone die of twenty sides shows at its ends. */
  readonly natural: 1 | 20 | undefined;
}

/**
 * Rolls dice as people write them.
 *
 * @throws {UserError} `utility.bad-dice`, `utility.bad-amount-of-dice`, `utility.bad-sides`, `utility.number-too-large`
 */
export function rollDice(typed: string): Rolled {
  const notation = diceNotation(typed);
  const { DiceRoll } = diceRoller();
  const { rolls, total } = new DiceRoll(notation);
  if (!Number.isSafeInteger(total)) throw numberTooLarge();
  const parts = Array.isArray(rolls) ? rolls : [rolls];
  return { notation, shown: parts.map(shownPart).join(' '), total, natural: naturalOf(notation, parts) };
}

function shownPart(part: unknown): string {
  if (!isRollResults(part)) return String(part).replace('*', '×');
  return `[${part.rolls.map(shownDie).join(', ')}]`;
}

function shownDie({ value, useInTotal, modifiers }: DiceRoller.Results.RollResult): string {
  const face = `${value}${modifiers.has('explode') ? '!' : ''}`;
  return useInTotal ? face : strikethrough(face);
}

function isRollResults(part: unknown): part is DiceRoller.Results.RollResults {
  return part instanceof diceRoller().Results.RollResults;
}

/** Only of a roll with one die that counts, as when a game asks for a twenty. */
function naturalOf(notation: string, parts: readonly unknown[]): 1 | 20 | undefined {
  const dice = parts.filter(isRollResults);
  const counted = dice.flatMap(({ rolls }) => rolls.filter(({ useInTotal }) => useInTotal));
  if (!/^\d*d20(?!\d)/.test(notation) || dice.length !== 1 || counted.length !== 1) return undefined;
  const [{ value } = { value: 0 }] = counted;
  return value === 1 || value === 20 ? value : undefined;
}
