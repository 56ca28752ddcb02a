import type { PluginReversals } from '@twi/sdk';
import {
  addReversal,
  editReversal,
  pauseReversal,
  removeReversal,
  resumeReversal,
} from './feed-reversals.ts';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {
  'integrations.feed-add': addReversal,
  'integrations.feed-edit': editReversal,
  'integrations.feed-restore': addReversal,
  'integrations.feed-remove': removeReversal,
  'integrations.feed-pause': pauseReversal,
  'integrations.feed-resume': resumeReversal,
};
