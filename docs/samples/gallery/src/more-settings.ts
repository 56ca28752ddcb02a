import { setting, type SettingsMigration, snowflake } from '@twi/sdk';
import { z } from 'zod';

export const moreSettings = z.strictObject({
  // #region entries
  steps: setting.list({
    title: 'Steps',
    description: 'How long each further pause lasts',
    of: z.number().int().min(60_000).meta({ kind: 'duration' }),
    default: [600_000, 3_600_000],
  }),
  points: setting.record({
    title: 'Points',
    description: 'How many points each role starts with',
    keys: snowflake.meta({ kind: 'role' }),
    of: z.number().int().min(0),
  }),
  // #endregion
  // #region plain
  domain: z
    .string()
    .regex(/^[a-z0-9.-]+$/, 'must be a domain such as `example.org`')
    .default('example.org')
    .meta({ title: 'Domain', description: 'Whose links are allowed' }),
  // #endregion
});

// #region migrations
/** For `settingsMigrations` of the manifest. */
export const settingsMigrations: readonly SettingsMigration[] = [
  // 1 → 2: the channel got a clearer name.
  ({ channel, ...values }) => ({ ...values, logChannelId: channel }),
];
// #endregion
