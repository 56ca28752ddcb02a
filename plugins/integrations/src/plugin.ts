import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { Ao3Command } from './commands/ao3.ts';
import { DeviantArtCommand } from './commands/deviantart.ts';
import { FindCommand } from './commands/find.ts';
import { IntegrationsCommand } from './commands/integrations.ts';
import { TwitterCommand } from './commands/twitter.ts';
import { WikiCommand } from './commands/wiki.ts';
import { Integrations } from './integrations.ts';
import { AddToGalleryHandler } from './interaction-handlers/add-to-gallery.ts';
import { CredentialsFormHandler } from './interaction-handlers/credentials-form.ts';
import { RemoveCredentialsHandler } from './interaction-handlers/remove-credentials.ts';
import { FindHandler } from './interaction-handlers/find.ts';
import { WikiHandler } from './interaction-handlers/wiki.ts';
import { integrationsLocales } from './locales/integrations-locales.ts';
import { integrationsSettings } from './settings.ts';

/** Posts, works and feeds from elsewhere, searches and summaries. */
export const integrationsPlugin = definePlugin({
  id: 'integrations',
  title: 'Integrations',
  description: 'Posts, works and feeds from elsewhere, searches and summaries.',
  intents: [GatewayIntentBits.Guilds],
  nodes: {
    'integrations.gallery': {
      description: 'Add what is shown to the gallery',
      default: 'ManageMessages',
    },
    'integrations.admin': {
      description: 'Enter and remove credentials for services',
      default: 'Administrator',
    },
  },
  settings: integrationsSettings,
  locales: integrationsLocales,
  pieces: {
    commands: {
      ao3: Ao3Command,
      deviantart: DeviantArtCommand,
      find: FindCommand,
      integrations: IntegrationsCommand,
      twitter: TwitterCommand,
      wiki: WikiCommand,
    },
    interactionHandlers: {
      'add-to-gallery': AddToGalleryHandler,
      'credentials-form': CredentialsFormHandler,
      find: FindHandler,
      'remove-credentials': RemoveCredentialsHandler,
      wiki: WikiHandler,
    },
  },
  setup: (context) => new Integrations(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    integrations: Integrations;
  }
}
