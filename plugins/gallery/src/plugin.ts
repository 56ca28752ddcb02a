import { definePlugin } from '@twi/sdk';

/** The best of the community, collected, found again and shown. */
export const galleryPlugin = definePlugin({
  id: 'gallery',
  title: 'Gallery',
  description: 'The best of the community, collected, found again and shown.',
});
