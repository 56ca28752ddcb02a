import type { Migration } from '@twi/database';
import { z } from 'zod';

// #region migration
export const addCaption: Migration = {
  async up(db) {
    await db.schema.alterTable('gallery.items').addColumn('caption', 'text').execute();
  },

  async down(db) {
    await db.schema.alterTable('gallery.items').dropColumn('caption').execute();
  },
};
// #endregion

// #region settings
export const settings = z.strictObject({
  announcements: z.enum(['off', 'short', 'long']).default('short'),
});
// #endregion
