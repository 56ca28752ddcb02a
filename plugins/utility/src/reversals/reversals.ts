import type { PluginReversals } from '@twi/sdk';
import { choiceReversals } from './choice-reversals.ts';
import { quoteAddReversal, quoteDeleteReversal, quoteEditReversal } from './quote-reversals.ts';
import { reminderCancelReversal } from './reminder-reversals.ts';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {
  ...choiceReversals,
  'utility.quote-add': quoteAddReversal,
  'utility.quote-delete': quoteDeleteReversal,
  'utility.quote-edit': quoteEditReversal,
  'utility.remind-cancel': reminderCancelReversal,
};
