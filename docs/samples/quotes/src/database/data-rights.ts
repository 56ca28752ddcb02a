import type { DataRights } from '@twi/database';

export const dataRights: DataRights = {
  quotes: { guild: 'guildId', person: ['authorId', 'addedBy'], erase: 'delete' },
};
