import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { QuoteCommand } from './commands/quote.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { AnotherHandler } from './interaction-handlers/another.ts';
import { quotesJobs } from './jobs/jobs.ts';
import { Quotes } from './quotes.ts';
import { quotesSettings } from './settings.ts';

export const quotesPlugin = definePlugin({
  id: 'quotes',
  title: 'Quotes',
  description: 'A quote book for every server, with a quote of the day.',
  intents: [GatewayIntentBits.Guilds],
  permissions: ['ViewChannel', 'SendMessages', 'EmbedLinks'],
  nodes: {
    'quotes.add': { description: 'Add quotes', default: 'ManageMessages' },
  },
  settings: quotesSettings,
  tables: dataRights,
  migrations,
  pieces: {
    commands: { quote: QuoteCommand },
    interactionHandlers: { another: AnotherHandler },
  },
  jobs: quotesJobs,
  setup: (context) => new Quotes(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    quotes: Quotes;
  }
}
