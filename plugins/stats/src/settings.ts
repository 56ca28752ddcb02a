import { z } from 'zod';
import { chartSettings } from './settings/chart-settings.ts';
import { countingSettings } from './settings/counting-settings.ts';
import { reportSettings } from './settings/report-settings.ts';

export const statsSettings = z.strictObject({
  ...countingSettings,
  ...chartSettings,
  ...reportSettings,
});
