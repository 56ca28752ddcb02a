// oxlint-disable typescript/no-floating-promises, import/no-unassigned-import -- as the guide has it
require('@sapphire/plugin-subcommands/register');
const { SapphireClient, ApplicationCommandRegistries, RegisterBehavior } = require('@sapphire/framework');
const { GatewayIntentBits } = require('discord.js');
const { token } = require('../config.json');

ApplicationCommandRegistries.setDefaultBehaviorWhenNotIdentical(RegisterBehavior.BulkOverwrite);

const client = new SapphireClient({
  intents: [
    GatewayIntentBits.MessageContent,
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
  ],
  loadMessageCommandListeners: true,
  defaultPrefix: '!',
});

client.login(token);
