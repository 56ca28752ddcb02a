import type { Plugin } from '@twi/sdk';
import type { TestBot } from '../test-bot.ts';
import type { ResourceWatch } from './resource-watch.ts';

/** A loaded plugin in a running bot, to be put to the test. */
export interface Specimen {
  readonly bot: TestBot;
  readonly plugin: Plugin;
  /** What of the plugin's is still open. */
  readonly resources: ResourceWatch;
}
