import type { ILogger } from '@sapphire/framework';
import { type Client, Events } from 'discord.js';

/** Tells operators how the connection to Discord fares. Reconnecting is discord.js's business. */
export function logGateway(client: Client, logger: ILogger): void {
  client
    .on(Events.ShardReady, (shard) => logger.info(`Shard ${shard} is ready.`))
    .on(Events.ShardDisconnect, ({ code }, shard) =>
      logger.error(`Shard ${shard} was disconnected for good (code ${code}).`),
    )
    .on(Events.ShardReconnecting, (shard) =>
      logger.warn(`Shard ${shard} lost its connection and reconnects.`),
    )
    .on(Events.ShardResume, (shard, replayed) =>
      logger.info(`Shard ${shard} is back; ${replayed} events were caught up.`),
    )
    .on(Events.ShardError, (error, shard) =>
      // Without the stack, which is that of discord.js.
      logger.warn(`The connection of shard ${shard} met an error: ${error.message}`),
    )
    .on(Events.Warn, (message) => logger.warn(message));
}
