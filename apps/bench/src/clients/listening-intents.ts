import { GatewayIntentBits } from 'discord.js';

/** What bots need that look after people who write. */
export const LISTENING_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
];
