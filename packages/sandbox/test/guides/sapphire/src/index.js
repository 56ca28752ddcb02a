// oxlint-disable typescript/no-floating-promises -- as the guide has it
const { SapphireClient, ApplicationCommandRegistries, RegisterBehavior } = require('@sapphire/framework');
const { GatewayIntentBits } = require('discord.js');
const { token } = require('../config.json');

ApplicationCommandRegistries.setDefaultBehaviorWhenNotIdentical(RegisterBehavior.BulkOverwrite);

const client = new SapphireClient({
  intents: [GatewayIntentBits.MessageContent, GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  loadMessageCommandListeners: true,
  defaultPrefix: '!',
});

client.login(token);
