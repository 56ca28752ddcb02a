import { type Client, Events, ShardClientUtil } from 'discord.js';
import type { CommandReconciler, ReconcilerDiscord } from './command-reconciler.ts';

/** The reconciler's view of a client that has logged in. */
export function reconcilerDiscord(client: Client): ReconcilerDiscord {
  return {
    rest: client.rest,
    applicationId: () => (client as Client<true>).application.id,
    guildIds: () => [...client.guilds.cache.keys()],
    servesGuild(guildId) {
      const { ws, options } = client;
      return ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, options.shardCount ?? ws.shards.size));
    },
  };
}

/**
 * Gives guilds that the bot joins their commands and forgets those that it leaves. An outage is neither: discord.js
 * reports it as `guildUnavailable`.
 *
 * @returns what stops it.
 */
export function watchGuilds(client: Client, reconciler: CommandReconciler): () => void {
  const joined = ({ id }: { readonly id: string }): void => void reconciler.reconcileGuild(id);
  const left = ({ id }: { readonly id: string }): void => void reconciler.forgetGuild(id);
  client.on(Events.GuildCreate, joined).on(Events.GuildDelete, left);
  return () => void client.off(Events.GuildCreate, joined).off(Events.GuildDelete, left);
}
