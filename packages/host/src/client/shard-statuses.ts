import { type Client, Status } from 'discord.js';
import type { ShardStatus } from '../http/source-metrics.ts';

/** How the connections of this process to Discord's gateway fare. */
export function shardStatuses(client: Client): ShardStatus[] {
  return client.ws.shards.map(({ id, status, ping }) => ({
    id,
    isReady: status === Status.Ready,
    pingMs: ping,
  }));
}

/** Whether every shard of this process is connected. */
export function isGatewayReady(client: Client): boolean {
  const shards = shardStatuses(client);
  return shards.length > 0 && shards.every(({ isReady }) => isReady);
}
