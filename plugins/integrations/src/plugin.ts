import { definePlugin } from '@twi/sdk';

/** Posts, works and feeds from elsewhere, searches and summaries. */
export const integrationsPlugin = definePlugin({
  id: 'integrations',
  title: 'Integrations',
  description: 'Posts, works and feeds from elsewhere, searches and summaries.',
});
