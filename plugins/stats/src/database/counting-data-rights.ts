import type { DataRights } from '@twi/database';

const NAMES_NOBODY = { keep: 'It names nobody.' };
const HOURS_KEPT_DAYS = 90;
/** The default of the setting. */
const DAYS_KEPT = 400;

/** What counting keeps. */
export const countingDataRights: DataRights = {
  absences: {
    guild: 'guildId',
    erase: NAMES_NOBODY,
    retention: { column: 'backAt', days: DAYS_KEPT, setting: 'keepDays' },
  },
  activity_days: {
    guild: 'guildId',
    person: 'userId',
    erase: 'delete',
    retention: { column: 'day', days: DAYS_KEPT, setting: 'keepDays' },
  },
  activity_hours: {
    guild: 'guildId',
    person: 'userId',
    erase: 'delete',
    retention: { column: 'hour', days: HOURS_KEPT_DAYS },
  },
  backfills: { guild: 'guildId', person: 'askedBy', erase: 'anonymise' },
  channels: { guild: 'guildId', erase: NAMES_NOBODY },
  counted_guilds: { guild: 'guildId', erase: NAMES_NOBODY },
  emoji_days: {
    guild: 'guildId',
    person: 'userId',
    mentions: ['name'],
    erase: 'delete',
    eraseBy: { name: 'anonymise' },
    retention: { column: 'day', days: DAYS_KEPT, setting: 'keepDays' },
  },
  gaps: { guild: 'guildId', erase: NAMES_NOBODY },
  // That somebody came or went is a number of the server; who it was is not.
  member_events: {
    guild: 'guildId',
    person: 'userId',
    erase: 'anonymise',
    retention: { column: 'at', days: DAYS_KEPT, setting: 'keepDays' },
  },
  opt_outs: {
    guild: 'guildId',
    person: 'userId',
    erase: { keep: 'Without it, you would be counted again. `/stats opt-in` removes it.' },
  },
  sessions: { erase: NAMES_NOBODY },
  voice_sessions: {
    guild: 'guildId',
    person: 'userId',
    erase: 'delete',
    retention: { column: 'startedAt', days: DAYS_KEPT, setting: 'keepDays' },
  },
};
