import type { DataRights } from '@twi/database';

const HOURS_KEPT_DAYS = 90;
const NAMES_NOBODY = { keep: 'It names nobody.' };

/** Sums. They grow and shrink with what they are made of, so that they need no time limit of their own. */
export const readingDataRights: DataRights = {
  channel_hours: {
    guild: 'guildId',
    erase: NAMES_NOBODY,
    // The hours that it sums go by whole months, which it does not notice.
    retention: { column: 'hour', days: HOURS_KEPT_DAYS },
  },
  channel_member_months: { guild: 'guildId', person: 'userId', erase: 'delete' },
  channel_sums: { guild: 'guildId', erase: NAMES_NOBODY },
  emoji_sums: { guild: 'guildId', mentions: ['name'], erase: { keep: 'An emoji of a server names nobody.' } },
  guild_hours: {
    guild: 'guildId',
    erase: NAMES_NOBODY,
    retention: { column: 'hour', days: HOURS_KEPT_DAYS },
  },
  member_sums: { guild: 'guildId', person: 'userId', erase: 'delete' },
  private_threads: { guild: 'guildId', erase: NAMES_NOBODY },
};
