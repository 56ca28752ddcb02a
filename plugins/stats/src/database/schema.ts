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
import type {
  ChannelHoursTable,
  ChannelMemberMonthsTable,
  ChannelSumsTable,
  EmojiSumsTable,
  GuildHoursTable,
  MemberSumsTable,
  PrivateThreadsTable,
} from './reading-tables.ts';
import type { BackfillMessagesTable, ReportsTable } from './report-tables.ts';

declare module '@twi/database' {
  interface Database {
    'stats.absences': AbsencesTable;
    'stats.activity_days': ActivityDaysTable;
    'stats.activity_hours': ActivityHoursTable;
    'stats.backfill_messages': BackfillMessagesTable;
    'stats.backfills': BackfillsTable;
    'stats.channel_hours': ChannelHoursTable;
    'stats.channel_member_months': ChannelMemberMonthsTable;
    'stats.channel_sums': ChannelSumsTable;
    'stats.channels': ChannelsTable;
    'stats.counted_guilds': CountedGuildsTable;
    'stats.emoji_days': EmojiDaysTable;
    'stats.emoji_sums': EmojiSumsTable;
    'stats.gaps': GapsTable;
    'stats.member_events': MemberEventsTable;
    'stats.guild_hours': GuildHoursTable;
    'stats.member_sums': MemberSumsTable;
    'stats.opt_outs': OptOutsTable;
    'stats.private_threads': PrivateThreadsTable;
    'stats.reports': ReportsTable;
    'stats.sessions': SessionsTable;
    'stats.voice_sessions': VoiceSessionsTable;
  }
}
