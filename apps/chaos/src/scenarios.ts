import type { Scenario } from './scenario.ts';

/** Every scenario by the name that `npm run chaos -- <name>` takes, in the order they are played. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {};
