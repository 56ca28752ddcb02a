import { definePlugin } from '@twi/sdk';

/** Reminders, quotes, roles to choose, polls, dice and other everyday helpers. */
export const utilityPlugin = definePlugin({
  id: 'utility',
  title: 'Utility',
  description: 'Reminders, quotes, roles to choose, polls, dice and other everyday helpers.',
});
