import type { PluginReversals } from '@twi/sdk';
import { choiceReversals } from './choice-reversals.ts';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {
  ...choiceReversals,
};
