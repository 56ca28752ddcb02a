import { z } from 'zod';
import { countingSettings } from './settings/counting-settings.ts';

export const statsSettings = z.strictObject({
  ...countingSettings,
});
