import { playAttacks } from '../attacks/play-attacks.ts';
import type { Scenario } from '../scenario.ts';
import { GATEWAY_ATTACKS } from './gateway-attacks.ts';

const FULL_MS = 6_000;
const SHORT_MS = 4_000;
/** Those of which each has its own way to go wrong. */
const SHORT: ReadonlySet<string> = new Set([
  'connections cut every 2 s',
  'invalid sessions that cannot be resumed',
  'every other event twice',
  'events in the opposite order',
  'half-open connections',
]);

/** Discord's gateway misbehaves in every way it can. */
export const gateway: Scenario = (size) =>
  playAttacks({
    id: 'gateway',
    seed: 11,
    size,
    attacks: size === 'full' ? GATEWAY_ATTACKS : GATEWAY_ATTACKS.filter(({ name }) => SHORT.has(name)),
    forMs: size === 'full' ? FULL_MS : SHORT_MS,
  });
