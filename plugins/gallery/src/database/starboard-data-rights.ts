import type { DataRights } from '@twi/database';

/** What is kept of the starboard. Who starred a message is kept by Discord alone. */
export const starboardDataRights: DataRights = {
  // Without the row, the board would show the message a second time.
  starred_messages: { guild: 'guildId', person: 'authorId', erase: 'anonymise' },
};
