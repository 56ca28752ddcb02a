import { setting } from '@twi/sdk';

/** How messages of members get into the gallery. */
export const repostSettings = {
  tellAuthors: setting.boolean({
    title: 'Tell authors',
    description: 'Tell people by direct message when their work is reposted; they can remove it with a click',
    default: true,
  }),
  originalDeleted: setting.choice({
    title: 'When the original is deleted',
    description: 'What becomes of a repost whose original message is deleted',
    options: { keep: 'Keep it as it is', mark: 'Keep it, and say in it that the original is gone' },
    default: 'mark',
  }),
};
