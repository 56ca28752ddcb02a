import { setting } from '@twi/sdk';
import { z } from 'zod';

export const creatorLinksSettings = z.strictObject({
  maxLinks: setting.number({
    title: 'Links per person',
    description: 'How many links a person may have in this server',
    min: 1,
    max: 100,
    default: 25,
  }),
  checkLinks: setting.boolean({
    title: 'Look for dead links',
    description: 'Ask for the address of each link now and then, and mark those that are gone',
    default: true,
  }),
  maxLibraryLinks: setting.number({
    title: 'Entries of the library',
    description: 'How many entries `/link add` takes in this server',
    min: 1,
    max: 2_000,
    default: 500,
  }),
});
