import type { DataRights } from '@twi/database';

/** What is kept of reposts and of those whose work is reposted. */
export const repostDataRights: DataRights = {
  opt_outs: {
    guild: 'guildId',
    person: 'userId',
    erase: {
      keep: 'Without it, your work could be reposted again. The button "Allow reposts" in the message about a repost removes it.',
    },
  },
  repost_drafts: {
    guild: 'guildId',
    person: ['moderatorId', 'sourceAuthorId'],
    mentions: ['source', 'form'],
    erase: 'delete',
    eraseBy: { source: 'anonymise', form: 'anonymise' },
    retention: { column: 'createdAt', days: 30 },
  },
  withdrawals: {
    guild: 'guildId',
    erase: { keep: 'It names nobody: a number, and that the author had it removed.' },
  },
};
