import { playAttacks } from '../attacks/play-attacks.ts';
import type { Scenario } from '../scenario.ts';
import { REST_ATTACKS } from './rest-attacks.ts';

const FULL_MS = 4_000;
const SHORT_MS = 4_000;
/** Those of which each has its own way to go wrong. */
const SHORT: ReadonlySet<string> = new Set([
  '429 of everything',
  '502 with a page of HTML',
  '500 of what was done all the same',
  'answers that never come',
  'truncated answers',
]);

/** Discord's REST interface misbehaves in every way it can. */
export const rest: Scenario = (size) =>
  playAttacks({
    id: 'rest',
    seed: 12,
    size,
    attacks: size === 'full' ? REST_ATTACKS : REST_ATTACKS.filter(({ name }) => SHORT.has(name)),
    forMs: size === 'full' ? FULL_MS : SHORT_MS,
  });
