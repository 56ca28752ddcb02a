import { definePlugin } from '@twi/sdk';
// #if listener
import { GatewayIntentBits } from 'discord.js';
// #endif
// #if command
import { MyPluginCommand } from './commands/my-plugin.ts';
// #endif
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
// #if button
import { RefreshHandler } from './interaction-handlers/refresh.ts';
// #endif
// #if job
import { jobs } from './jobs/jobs.ts';
// #endif
// #if listener
import { MessageCreateAwardListener } from './listeners/message-create-award.ts';
// #endif
import { Scores } from './scores.ts';
// #if setting
import { settings } from './settings.ts';
// #endif

/** Points for members, per server. */
export const myPluginPlugin = definePlugin({
  id: 'my-plugin',
  title: 'My plugin',
  description: 'Points for members, per server.',
  // #if listener
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  // #endif
  // #if command
  nodes: { 'my-plugin.view': { description: 'See the points of members' } },
  // #endif
  // #if setting
  settings,
  // #endif
  tables: dataRights,
  migrations,
  pieces: {
    // #if command
    commands: { 'my-plugin': MyPluginCommand },
    // #endif
    // #if button
    interactionHandlers: { refresh: RefreshHandler },
    // #endif
    // #if listener
    listeners: { 'message-create-award': MessageCreateAwardListener },
    // #endif
  },
  // #if job
  jobs,
  // #endif
  setup: (context) => new Scores(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    'my-plugin': Scores;
  }
}
