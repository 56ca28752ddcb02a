import { z } from 'zod';
import { countingSettings } from './settings/counting-settings.ts';

export const statsSettings = z.strictObject({
  ...countingSettings,
});

/** The settings of one server, defaults filled in. */
export type StatsSettings = z.output<typeof statsSettings>;
