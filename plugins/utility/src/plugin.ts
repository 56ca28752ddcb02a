import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { AvatarCommand } from './commands/avatar.ts';
import { InfoCommand } from './commands/info.ts';
import { PollCommand } from './commands/poll.ts';
import { QuoteCommand } from './commands/quote.ts';
import { RemindCommand } from './commands/remind.ts';
import { RollCommand } from './commands/roll.ts';
import { SayCommand } from './commands/say.ts';
import { choiceCommands } from './commands/choice-commands.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { choiceHandlers } from './interaction-handlers/choice-handlers.ts';
import { QuotesHandler } from './interaction-handlers/quotes.ts';
import { RemindersHandler } from './interaction-handlers/reminders.ts';
import { SnoozeHandler } from './interaction-handlers/snooze.ts';
import { utilityJobs } from './jobs/jobs.ts';
import { choiceListeners } from './listeners/choice-listeners.ts';
import { utilityLocales } from './locales/utility-locales.ts';
import { reversals } from './reversals/reversals.ts';
import { utilitySettings } from './settings.ts';
import { Utility } from './utility.ts';

/** Reminders, quotes, roles to choose, polls, dice and other everyday helpers. */
export const utilityPlugin = definePlugin({
  id: 'utility',
  title: 'Utility',
  description: 'Reminders, quotes, roles to choose, polls, dice and other everyday helpers.',
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.MessageContent,
  ],
  permissions: [
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'ReadMessageHistory',
    'ManageRoles',
    'PinMessages',
    'SendPolls',
  ],
  nodes: {
    'utility.remind': { description: 'Be reminded of something' },
    'utility.quote': { description: 'Add quotes, and change their own' },
    'utility.poll': { description: 'Ask everybody a question', default: 'SendPolls' },
    'utility.say': { description: 'Speak as the bot', default: 'ManageMessages' },
    'utility.quotes': { description: 'Change and delete the quotes of others', default: 'ManageMessages' },
    'utility.roles': { description: 'Choose which roles members may take', default: 'ManageRoles' },
    'utility.pins': { description: 'Pin and unpin messages everywhere', default: 'ManageMessages' },
    'utility.pin-admin': { description: 'Choose where members may pin', default: 'ManageGuild' },
    'utility.custom': { description: 'Change the commands of this server', default: 'ManageGuild' },
  },
  reversals,
  settings: utilitySettings,
  locales: utilityLocales,
  tables: dataRights,
  migrations,
  pieces: {
    commands: {
      ...choiceCommands,
      avatar: AvatarCommand,
      info: InfoCommand,
      poll: PollCommand,
      quote: QuoteCommand,
      remind: RemindCommand,
      roll: RollCommand,
      say: SayCommand,
    },
    listeners: { ...choiceListeners },
    interactionHandlers: {
      ...choiceHandlers,
      quotes: QuotesHandler,
      reminders: RemindersHandler,
      snooze: SnoozeHandler,
    },
  },
  jobs: utilityJobs,
  setup: (context) => new Utility(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    utility: Utility;
  }
}
