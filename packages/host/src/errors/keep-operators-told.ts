import type { DatabaseHandle } from '@twi/database';
import type { Client, Snowflake } from 'discord.js';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { PluginRecords } from '../lifecycle/plugin-records.ts';
import type { HostLogger } from '../logging/logger.ts';
import type { HostOptions } from '../options.ts';
import type { Runtime } from '../runtime.ts';
import { SpikeNotices } from './spike-notices.ts';

export interface OperatorNoticesParts {
  readonly client: Client;
  readonly database: DatabaseHandle;
  readonly records: PluginRecords;
  readonly runtime: Pick<Runtime, 'settings' | 'telemetry'>;
  readonly options: Pick<HostOptions, 'errorChannelId' | 'ownerGuildId'>;
  readonly logger: HostLogger;
}

/** From here on, the operators are told in their channel when errors pile up. */
export function keepOperatorsTold(parts: OperatorNoticesParts): void {
  const { client, database, logger, runtime } = parts;
  const notices = new SpikeNotices({
    db: database.db,
    logger,
    channelId: () => operatorChannel(parts),
    async send(channelId, words) {
      // The owner guild may be another process's, so its channel is asked for.
      const channel = await client.channels.fetch(channelId, { allowUnknownGuild: true });
      if (!channel?.isSendable()) throw new TypeError(`Nothing can be written in the channel ${channelId}.`);
      await channel.send(words);
    },
  });
  runtime.telemetry.onErrors((pluginIds) => notices.look(pluginIds));
}

/** What the owner guild's settings say, else what the environment says. */
async function operatorChannel({
  records,
  runtime,
  options,
}: OperatorNoticesParts): Promise<Snowflake | undefined> {
  const { errorChannelId, ownerGuildId } = options;
  const core = records.get(CORE_PLUGIN_ID)?.plugin;
  if (ownerGuildId === undefined || !core) return errorChannelId;
  const { errorChannel } = await runtime.settings.get(ownerGuildId, core);
  return typeof errorChannel === 'string' ? errorChannel : errorChannelId;
}
