import type { DataRights } from '@twi/database';

export const dataRights: DataRights = {
  // #region two-people
  quotes: {
    guild: 'guildId',
    person: ['authorId', 'addedBy'],
    erase: 'delete',
    eraseBy: { addedBy: 'anonymise' },
  },
  // #endregion
  notes: {
    guild: 'guildId',
    person: 'aboutId',
    erase: { keep: 'The server needs them to protect its members.' },
    // #region withhold
    withhold: {
      columns: ['text'],
      where: { type: 'note' },
      reason: 'What a note says stays between moderators.',
    },
    // #endregion
    // #region retention
    retention: { column: 'writtenAt', days: 90, setting: 'keepDays' },
    // #endregion
  },
};
