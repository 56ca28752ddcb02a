import type { PluginReversals } from '@twi/sdk';
import { libraryReversal } from './library-reversal.ts';
import { addReversal, editReversal, markReversal, removeReversal } from './link-reversals.ts';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {
  'creator-links.add': addReversal,
  'creator-links.restore': addReversal,
  'creator-links.edit': editReversal,
  'creator-links.remove': removeReversal,
  'creator-links.verify': markReversal('verified'),
  'creator-links.hide': markReversal('hidden'),
  'creator-links.library-add': libraryReversal,
  'creator-links.library-edit': libraryReversal,
  'creator-links.library-delete': libraryReversal,
};
