import { definePlugin } from '@twi/sdk';

/** Where the creators of this server are found elsewhere, and a library of links. */
export const creatorLinksPlugin = definePlugin({
  id: 'creator-links',
  title: 'Creator links',
  description: 'Where the creators of this server are found elsewhere, and a library of links.',
});
