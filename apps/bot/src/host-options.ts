import { join, resolve } from 'node:path';
import type { HostOptions } from '@twi/host';
import type { Environment } from './env.ts';
import { serviceAddresses } from './service-addresses.ts';
import { serviceSecrets } from './service-secrets.ts';

const APP_DIRECTORY = join(import.meta.dirname, '..');

/** Where the bot logs in: Discord, or what stands in for it. */
export interface Discord {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly ownerGuildId?: string | undefined;
  readonly ownerIds?: readonly string[] | undefined;
}

/** Translates the environment into what the host needs to know. */
export function hostOptions(environment: Environment, discord: Discord): HostOptions {
  const { OWNER_GUILD_ID: ownerGuildId = discord.ownerGuildId } = environment;
  return {
    token: discord.token,
    appDirectory: APP_DIRECTORY,
    dataDir: dataDirectory(environment),
    pluginPaths: (environment.PLUGIN_PATHS ?? []).map((path) => resolve(path)),
    ownerIds: environment.OWNER_IDS ?? discord.ownerIds ?? [],
    secrets: [...environment.secrets, discord.token],
    serviceSecrets: serviceSecrets(environment),
    serviceAddresses: serviceAddresses(environment),
    retentionMs: given({
      command_usages: environment.RETENTION_COMMAND_USAGES,
      error_logs: environment.RETENTION_ERROR_LOGS,
      audit_logs: environment.RETENTION_AUDIT_LOGS,
    }),
    ...given({
      apiUrl: discord.apiUrl,
      cdnUrl: environment.DISCORD_CDN_URL,
      privatePlaces: environment.ALLOW_PRIVATE_ADDRESSES,
      databaseUrl: environment.DATABASE_URL,
      ownerGuildId,
      logLevel: environment.LOG_LEVEL,
      logFormat: environment.LOG_FORMAT,
      httpPort: environment.HTTP_PORT,
      errorChannelId: environment.ERROR_CHANNEL_ID,
      guildPurgeAfterMs: environment.GUILD_PURGE_AFTER,
      encryptionKeys: environment.SECRET_ENCRYPTION_KEY,
      shards: environment.SHARDS,
      shardCount: environment.SHARD_COUNT,
    }),
  };
}

/** The folder in which the process keeps what it keeps on disk. */
export function dataDirectory(environment: Environment): string {
  return resolve(environment.DATA_DIR ?? 'data');
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Leaves out what is `undefined`, since an absent option and an undefined one are two things to the compiler. */
function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
