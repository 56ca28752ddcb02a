import { z } from 'zod';
import { quoteSettings } from './settings/quote-settings.ts';
import { reminderSettings } from './settings/reminder-settings.ts';

export const utilitySettings = z.strictObject({
  ...reminderSettings,
  ...quoteSettings,
});
