import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { MessageCountCommand } from './commands/messagecount.ts';
import { StatsCommand } from './commands/stats.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { statsHandlers } from './interaction-handlers/stats-handlers.ts';
import { statsJobs } from './jobs/jobs.ts';
import { countingListeners } from './listeners/counting-listeners.ts';
import { readingListeners } from './listeners/reading-listeners.ts';
import { statsLocales } from './locales/stats-locales.ts';
import { statsSettings } from './settings.ts';
import { Stats } from './stats.ts';

/** Who writes, talks and joins here, as numbers and charts; never what they say. */
export const statsPlugin = definePlugin({
  id: 'stats',
  title: 'Statistics',
  description: 'Who writes, talks and joins here, as numbers and charts; never what they say.',
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.GuildVoiceStates,
    // For the emoji of messages alone; the rest is counted without it.
    GatewayIntentBits.MessageContent,
  ],
  permissions: ['ViewChannel', 'ReadMessageHistory'],
  nodes: {
    'stats.backfill': { description: 'Count the past of channels', default: 'ManageGuild' },
  },
  settings: statsSettings,
  locales: statsLocales,
  tables: dataRights,
  migrations,
  pieces: {
    commands: { messagecount: MessageCountCommand, stats: StatsCommand },
    listeners: { ...countingListeners, ...readingListeners },
    interactionHandlers: statsHandlers,
  },
  jobs: statsJobs,
  setup: async (context) => {
    const stats = new Stats(context);
    await stats.start();
    return stats;
  },
});

declare module '@twi/sdk' {
  interface PluginServices {
    stats: Stats;
  }
}
