import type { DataRights } from '@twi/database';
import { reportDataRights } from './report-data-rights.ts';

/** What is kept about people, and why erasing leaves it. */
export const dataRights: DataRights = {
  automod_rules: { guild: 'guildId', person: 'changedBy', erase: 'anonymise' },
  audit_positions: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  bulk_items: { erase: { keep: 'It goes with the mass ban or purge that it is part of.' }, person: 'itemId' },
  bulk_runs: {
    guild: 'guildId',
    person: ['moderatorId', 'targetId'],
    mentions: ['reason'],
    erase: { keep: 'It says what a mass ban or purge still has to do, and which case it became.' },
    withhold: { columns: ['replyToken'], reason: 'It is a key with which the bot edits a reply.' },
    retention: { column: 'createdAt', days: 400 },
  },
  case_counters: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  cases: {
    guild: 'guildId',
    person: ['targetId', 'moderatorId'],
    mentions: ['reason'],
    erase: {
      keep: 'A server needs its record of moderation to protect its members, and who was moderated could erase it otherwise. Ask the moderators of the server.',
    },
    withhold: {
      columns: ['reason'],
      where: { type: 'note' },
      reason:
        'What a note says stays between moderators, who could not warn each other of a danger otherwise; that there is one is shown.',
    },
  },
  channel_locks: {
    guild: 'guildId',
    person: ['moderatorId', 'unlockedBy'],
    mentions: ['reason'],
    erase: { keep: 'Without it, nobody could give a locked channel back the permissions that it had.' },
  },
  case_notes: {
    guild: 'guildId',
    person: 'authorId',
    mentions: ['text'],
    erase: { keep: 'It is part of a case, which the server needs as its record of moderation.' },
  },
  log_pauses: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  pending_expiries: {
    guild: 'guildId',
    person: 'userId',
    erase: { keep: 'Without it, a temporary ban would never end. It goes when the ban does.' },
  },
  purged_files: { erase: { keep: 'It goes with the message that it was attached to.' } },
  purged_messages: {
    guild: 'guildId',
    person: 'authorId',
    mentions: ['content'],
    erase: {
      keep: 'It is the evidence of a moderation case. It is dropped after the days that the server has set.',
    },
    retention: { column: 'archivedAt', days: 90, setting: 'purgeArchiveDays' },
  },
  ...reportDataRights,
  sticky_roles: {
    guild: 'guildId',
    person: 'userId',
    erase: 'delete',
    retention: { column: 'seenAt', days: 365 },
  },
  warn_points: {
    guild: 'guildId',
    person: 'userId',
    erase: { keep: 'They count the warnings of a person, which the server keeps.' },
  },
};
