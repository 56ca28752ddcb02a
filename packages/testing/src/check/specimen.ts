import type { Plugin } from '@twi/sdk';
import type { TestBot } from '../test-bot.ts';
import type { TimerWatch } from './timer-watch.ts';

/** A loaded plugin in a running bot, to be put to the test. */
export interface Specimen {
  readonly bot: TestBot;
  readonly plugin: Plugin;
  /** The timers that its code set. */
  readonly timers: TimerWatch;
}
