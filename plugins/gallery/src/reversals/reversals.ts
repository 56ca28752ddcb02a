import type { PluginReversals } from '@twi/sdk';
import { destinationReversal } from './destination-reversals.ts';
import { itemAddReversal, itemEditReversal, itemRemoveReversal, itemTagsReversal } from './item-reversals.ts';
import { repostReversal } from './repost-reversal.ts';
import { reviewAcceptReversal, reviewSkipReversal } from './review-reversals.ts';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {
  'gallery.add': itemAddReversal,
  'gallery.edit': itemEditReversal,
  'gallery.tags': itemTagsReversal,
  'gallery.remove': itemRemoveReversal,
  'gallery.restore': itemAddReversal,
  'gallery.channel-add': destinationReversal,
  'gallery.channel-remove': destinationReversal,
  'gallery.repost': repostReversal,
  'gallery.review-accept': reviewAcceptReversal,
  'gallery.review-skip': reviewSkipReversal,
};
