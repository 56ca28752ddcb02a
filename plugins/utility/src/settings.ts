import { z } from 'zod';
import { reminderSettings } from './settings/reminder-settings.ts';

export const utilitySettings = z.strictObject({
  ...reminderSettings,
});
