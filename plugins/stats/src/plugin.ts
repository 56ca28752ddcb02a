import { definePlugin } from '@twi/sdk';

/** Who writes, talks and joins here, as numbers and charts; never what they say. */
export const statsPlugin = definePlugin({
  id: 'stats',
  title: 'Statistics',
  description: 'Who writes, talks and joins here, as numbers and charts; never what they say.',
});
