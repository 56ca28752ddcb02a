import type { DataRights } from '@twi/database';

/** What is kept of feeds. They are public pages; who follows them here is not asked, who added them is. */
export const feedDataRights: DataRights = {
  feed_targets: { guild: 'credentialGuildId', mentions: ['name'], erase: 'anonymise' },
  feed_items: { mentions: ['content'], erase: 'anonymise' },
  feeds: {
    guild: 'guildId',
    person: ['addedBy', 'pausedBy'],
    mentions: ['options'],
    erase: 'anonymise',
  },
  feed_deliveries: {
    guild: 'guildId',
    erase: { keep: 'It names nobody.' },
    retention: { column: 'createdAt', days: 60 },
  },
  request_turns: { erase: { keep: 'It names nobody.' } },
};
