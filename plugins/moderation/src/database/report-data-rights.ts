import type { DataRights } from '@twi/database';

/** What is kept of reports and of who makes them. */
export const reportDataRights: DataRights = {
  report_counters: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  reports: {
    guild: 'guildId',
    person: ['authorId', 'handledBy'],
    mentions: ['excerpt', 'details'],
    erase: {
      keep: 'A server needs the reports about its members to protect the others, and who was reported could erase them otherwise. Who reported is kept apart, and erased.',
    },
    withhold: {
      columns: ['details', 'handledBy'],
      reason: 'It was written in confidence, or names somebody else.',
    },
  },
  // Anonymous reporters have no column that names them: their rows go when the report is closed and a day old.
  report_reporters: { guild: 'guildId', person: 'reporterId', erase: 'delete' },
};
