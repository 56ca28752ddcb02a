import { badAmountOfDice, badDice, badSides, numberTooLarge } from './dice-errors.ts';
import { DICE_LIMITS } from './dice-limits.ts';

/**
 * What stands between the signs of a sum: a number, or dice, whose highest value may roll again (`!`) and of which the
 * highest or lowest may be kept (`kh1`) or dropped (`dl1`). The library knows much more, some of which runs for long or
 * overflows; whatever is not matched here never reaches it.
 */
const NUMBER = /^\d{1,9}$/;
const DICE = /^([1-9]\d{0,8})?d(%|[1-9]\d{0,8})!?(?:[kd][hl]?[1-9]\d{0,2})?$/;
const SUM = /^[^+*-]+(?:[+*-][^+*-]+)*$/;
const SIGNS = /[+*-]/;

/**
 * Dice as people write them, without spaces and within limits: `2d20+5`, `4d6dl1`, `d%`.
 *
 * @throws {UserError} `utility.bad-dice`, `utility.bad-amount-of-dice`, `utility.bad-sides`, `utility.number-too-large`
 */
export function diceNotation(typed: string): string {
  const notation = typed.toLowerCase().replaceAll(/\s+/g, '');
  if (notation.length > DICE_LIMITS.length || !SUM.test(notation)) throw badDice(typed);

  const terms = notation.split(SIGNS).map((term) => readTerm(term, typed));
  const dice = terms.reduce((sum, { amount }) => sum + amount, 0);
  if (dice === 0) throw badDice(typed);
  if (dice > DICE_LIMITS.dice) throw badAmountOfDice();
  return notation;
}

/** How many dice a term is. */
function readTerm(term: string, typed: string): { readonly amount: number } {
  if (NUMBER.test(term)) {
    if (Number(term) > DICE_LIMITS.number) throw numberTooLarge();
    return { amount: 0 };
  }
  const [whole, amount = '1', sides = ''] = DICE.exec(term) ?? [];
  if (whole === undefined) throw badDice(typed);
  assertSides(sides);
  return { amount: Number(amount) };
}

function assertSides(sides: string): void {
  if (sides === '%') return;
  if (Number(sides) < DICE_LIMITS.fewestSides || Number(sides) > DICE_LIMITS.sides) throw badSides();
}
