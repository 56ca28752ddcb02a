import { setting } from '@twi/sdk';
import { z } from 'zod';
import { automodSettings } from './settings/automod-settings.ts';
import { logSettings } from './settings/log-settings.ts';
import { memberSettings } from './settings/member-settings.ts';
import { reportSettings } from './settings/report-settings.ts';
import { sanctionSettings } from './settings/sanction-settings.ts';

export const moderationSettings = z.strictObject({
  dmTarget: setting.boolean({
    title: 'Tell the person',
    description: 'Tell people by direct message what was done to them, and why',
    default: true,
  }),
  ...sanctionSettings,
  ...automodSettings,
  ...logSettings,
  ...reportSettings,
  ...memberSettings,
});

/** The settings of one server, defaults filled in. */
export type ModerationSettings = z.output<typeof moderationSettings>;
