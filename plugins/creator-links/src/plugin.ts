import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { CreatorLinkCommand } from './commands/creator-link.ts';
import { LinkCommand } from './commands/link.ts';
import { TagCommand } from './commands/tag.ts';
import { CreatorLinks } from './creator-links.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { DirectoryHandler } from './interaction-handlers/directory.ts';
import { LibraryHandler } from './interaction-handlers/library.ts';
import { PickPlatformHandler } from './interaction-handlers/pick-platform.ts';
import { ProfileHandler } from './interaction-handlers/profile.ts';
import { creatorLinksJobs } from './jobs/jobs.ts';
import { ShowLinksListener } from './listeners/guild-member-add-show-links.ts';
import { HideLinksListener } from './listeners/guild-member-remove-hide-links.ts';
import { creatorLinksLocales } from './locales/creator-links-locales.ts';
import { reversals } from './reversals/reversals.ts';
import { creatorLinksSettings } from './settings.ts';

/** Where the creators of this server are found elsewhere, and a library of links. */
export const creatorLinksPlugin = definePlugin({
  id: 'creator-links',
  title: 'Creator links',
  description: 'Where the creators of this server are found elsewhere, and a library of links.',
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers, GatewayIntentBits.MessageContent],
  nodes: {
    'creator-links.own': { description: 'Add links of their own' },
    'creator-links.manage': {
      description: 'Verify, hide and change the links of others',
      default: 'ManageMessages',
    },
    'creator-links.library': { description: 'Change the library of links', default: 'ManageMessages' },
  },
  reversals,
  settings: creatorLinksSettings,
  locales: creatorLinksLocales,
  tables: dataRights,
  migrations,
  pieces: {
    commands: { 'creator-link': CreatorLinkCommand, link: LinkCommand, tag: TagCommand },
    listeners: {
      'guild-member-add-show-links': ShowLinksListener,
      'guild-member-remove-hide-links': HideLinksListener,
    },
    interactionHandlers: {
      directory: DirectoryHandler,
      library: LibraryHandler,
      'pick-platform': PickPlatformHandler,
      profile: ProfileHandler,
    },
  },
  jobs: creatorLinksJobs,
  setup: (context) => new CreatorLinks(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    'creator-links': CreatorLinks;
  }
}
