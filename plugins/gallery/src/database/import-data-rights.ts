import type { DataRights } from '@twi/database';

/** What is kept of imports. */
export const importDataRights: DataRights = {
  imports: { guild: 'guildId', person: 'startedBy', mentions: ['note'], erase: 'anonymise' },
  // What was read in a person's post goes with them; who decided on it is dropped from it.
  import_entries: {
    guild: 'guildId',
    person: ['authorId', 'creatorId', 'decidedBy'],
    mentions: ['title', 'creator', 'tags', 'doubts'],
    erase: 'anonymise',
    eraseBy: { authorId: 'delete', creatorId: 'delete' },
  },
};
