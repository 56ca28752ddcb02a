import { setTimeout as sleep } from 'node:timers/promises';
import type { ILogger } from '@sapphire/framework';
import type { Client } from 'discord.js';
import { watchGuilds } from '../commands/client-discord.ts';
import type { CommandReconciler } from '../commands/command-reconciler.ts';
import type { Enablement } from '../gate/enablement.ts';
import type { PluginRegistry } from '../lifecycle/plugin-registry.ts';
import type { Scope } from '../lifecycle/scope.ts';

/** How long the start waits for Discord's commands to be in step; the rest follows by itself. */
const FIRST_SYNC_MS = 5_000;

export interface KeepCommandsParts {
  readonly client: Client;
  readonly registry: PluginRegistry;
  readonly enablement: Enablement;
  readonly reconciler: CommandReconciler;
  readonly logger: ILogger;
}

/** Brings Discord's commands in step now, and again whenever plugins or guilds change. */
export async function keepCommands(parts: KeepCommandsParts, scope: Scope): Promise<void> {
  const { client, registry, enablement, reconciler, logger } = parts;
  const reconcileAll = async (): Promise<void> => {
    try {
      const { updated, postponed, refused } = await reconciler.reconcileAll();
      logger.info(`Commands are in step: ${updated} updated, ${postponed} postponed, ${refused} refused.`);
    } catch (error) {
      logger.error('Commands could not be brought in step.', error);
    }
  };
  const endings = [
    registry.onChange(() => void reconcileAll()),
    enablement.onChange(({ guildId }) => {
      // Another process serves the guilds that are not here.
      if (client.guilds.cache.has(guildId)) void reconciler.reconcileGuild(guildId);
    }),
    watchGuilds(client, reconciler),
  ];
  scope.defer('stopping the command reconciler', () => {
    for (const end of endings) end();
    return reconciler.stop();
  });
  // Thousands of changed guilds take minutes; the bot answers meanwhile.
  await Promise.race([reconcileAll(), sleep(FIRST_SYNC_MS, undefined, { ref: false })]);
}
