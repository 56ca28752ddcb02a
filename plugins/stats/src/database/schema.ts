import type {
  AbsencesTable,
  ActivityDaysTable,
  ActivityHoursTable,
  BackfillsTable,
  ChannelsTable,
  CountedGuildsTable,
  EmojiDaysTable,
  GapsTable,
  MemberEventsTable,
  OptOutsTable,
  SessionsTable,
  VoiceSessionsTable,
} from './counting-tables.ts';

declare module '@twi/database' {
  interface Database {
    'stats.absences': AbsencesTable;
    'stats.activity_days': ActivityDaysTable;
    'stats.activity_hours': ActivityHoursTable;
    'stats.backfills': BackfillsTable;
    'stats.channels': ChannelsTable;
    'stats.counted_guilds': CountedGuildsTable;
    'stats.emoji_days': EmojiDaysTable;
    'stats.gaps': GapsTable;
    'stats.member_events': MemberEventsTable;
    'stats.opt_outs': OptOutsTable;
    'stats.sessions': SessionsTable;
    'stats.voice_sessions': VoiceSessionsTable;
  }
}
