import { GatewayIntentBits } from 'discord.js';

/**
 * What the bots here hear of. The host's commands can be typed as messages too, so its bots hear of messages, their own
 * answers among them; one of the bots does not, to tell what that costs.
 */
export const INTENTS =
  // oxlint-disable-next-line node/no-process-env -- the parent of this process sets it
  process.env['BENCH_WITHOUT_MESSAGES'] === undefined
    ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
    : [GatewayIntentBits.Guilds];
