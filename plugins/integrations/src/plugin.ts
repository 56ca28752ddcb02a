import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { Ao3Command } from './commands/ao3.ts';
import { DeviantArtCommand } from './commands/deviantart.ts';
import { FeedCommand } from './commands/feed.ts';
import { FindCommand } from './commands/find.ts';
import { IntegrationsCommand } from './commands/integrations.ts';
import { ModerateCommand } from './commands/moderate.ts';
import { SummarizeCommand } from './commands/summarize.ts';
import { TwitterCommand } from './commands/twitter.ts';
import { WikiCommand } from './commands/wiki.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { Integrations } from './integrations.ts';
import { AddToGalleryHandler } from './interaction-handlers/add-to-gallery.ts';
import { CredentialsFormHandler } from './interaction-handlers/credentials-form.ts';
import { FeedHealthHandler } from './interaction-handlers/feed-health.ts';
import { FeedListHandler } from './interaction-handlers/feed-list.ts';
import { RemoveCredentialsHandler } from './interaction-handlers/remove-credentials.ts';
import { FindHandler } from './interaction-handlers/find.ts';
import { ShareSummaryHandler } from './interaction-handlers/share-summary.ts';
import { WikiHandler } from './interaction-handlers/wiki.ts';
import { integrationsJobs } from './jobs/jobs.ts';
import { ChannelDeleteCloseFeedsListener } from './listeners/channel-delete-close-feeds.ts';
import { ThreadDeleteCloseFeedsListener } from './listeners/thread-delete-close-feeds.ts';
import { integrationsLocales } from './locales/integrations-locales.ts';
import { reversals } from './reversals/reversals.ts';
import { integrationsSettings } from './settings.ts';

/** Posts, works and feeds from elsewhere, searches and summaries. */
export const integrationsPlugin = definePlugin({
  id: 'integrations',
  title: 'Integrations',
  description: 'Posts, works and feeds from elsewhere, searches and summaries.',
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
  permissions: ['ViewChannel', 'ReadMessageHistory'],
  nodes: {
    'integrations.feeds': {
      description: 'Follow other sites in channels',
      default: 'ManageGuild',
    },
    'integrations.gallery': {
      description: 'Add what is shown to the gallery',
      default: 'ManageMessages',
    },
    'integrations.summarize': { description: 'Have messages summarised that they can read' },
    'integrations.moderate': {
      description: 'Look for messages that may be against the rules',
      default: 'ModerateMembers',
    },
    'integrations.admin': {
      description: 'Enter and remove credentials for services',
      default: 'Administrator',
    },
  },
  reversals,
  settings: integrationsSettings,
  locales: integrationsLocales,
  tables: dataRights,
  migrations,
  pieces: {
    commands: {
      ao3: Ao3Command,
      deviantart: DeviantArtCommand,
      feed: FeedCommand,
      find: FindCommand,
      integrations: IntegrationsCommand,
      moderate: ModerateCommand,
      summarize: SummarizeCommand,
      twitter: TwitterCommand,
      wiki: WikiCommand,
    },
    listeners: {
      'channel-delete-close-feeds': ChannelDeleteCloseFeedsListener,
      'thread-delete-close-feeds': ThreadDeleteCloseFeedsListener,
    },
    interactionHandlers: {
      'add-to-gallery': AddToGalleryHandler,
      'credentials-form': CredentialsFormHandler,
      'feed-health': FeedHealthHandler,
      'feed-list': FeedListHandler,
      find: FindHandler,
      'remove-credentials': RemoveCredentialsHandler,
      'share-summary': ShareSummaryHandler,
      wiki: WikiHandler,
    },
  },
  jobs: integrationsJobs,
  setup: (context) => new Integrations(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    integrations: Integrations;
  }
}
