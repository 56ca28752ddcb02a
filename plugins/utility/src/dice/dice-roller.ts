import { createRequire } from 'node:module';
import type * as DiceRoller from '@dice-roller/rpg-dice-roller';

const DICE_ROLLER = '@dice-roller/rpg-dice-roller';
const require = createRequire(import.meta.url);

/** What rolls, loaded with the first roll: most starts of a bot need it long after, or never. */
export function diceRoller(): typeof DiceRoller {
  loadMathematics();
  return require(DICE_ROLLER);
}

/**
 * What rolls calculates with a library of mathematics in a thousand files, which would hold up the whole bot for a second.
 * It is given the very same library in one file, as that is published for browsers.
 */
function loadMathematics(): void {
  const theirs = createRequire(require.resolve(DICE_ROLLER));
  const asked = theirs.resolve('mathjs');
  if (require.cache[asked]) return;
  const bundle = theirs.resolve('mathjs/lib/browser/math.js');
  theirs(bundle);
  require.cache[asked] = require.cache[bundle];
}
