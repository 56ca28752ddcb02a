import type { Section } from '@twi/proving';

/** How much of a scenario is played: all of it by `npm run chaos`, little in the tests. */
export type Size = 'full' | 'short';

/** Attacks a running bot and says what became of it. @throws Error when it cannot be judged */
export type Scenario = (size: Size) => Promise<Section>;
