import { containment } from './containment/containment.ts';
import { database } from './database/database.ts';
import { gateway } from './gateway/gateway.ts';
import { killed } from './killed/killed.ts';
import { rest } from './rest/rest.ts';
import type { Scenario } from './scenario.ts';
import { soak } from './soak/soak.ts';

/** Every scenario by the name that `npm run chaos -- <name>` takes, in the order they are played. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  killed,
  database,
  gateway,
  rest,
  containment,
  soak,
};
