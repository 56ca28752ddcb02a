import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { Ao3Command } from './commands/ao3.ts';
import { Integrations } from './integrations.ts';
import { integrationsLocales } from './locales/integrations-locales.ts';
import { integrationsSettings } from './settings.ts';

/** Posts, works and feeds from elsewhere, searches and summaries. */
export const integrationsPlugin = definePlugin({
  id: 'integrations',
  title: 'Integrations',
  description: 'Posts, works and feeds from elsewhere, searches and summaries.',
  intents: [GatewayIntentBits.Guilds],
  settings: integrationsSettings,
  locales: integrationsLocales,
  pieces: {
    commands: { ao3: Ao3Command },
  },
  setup: (context) => new Integrations(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    integrations: Integrations;
  }
}
