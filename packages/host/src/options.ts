import type { EmbeddedPostgres } from '@twi/database';
import type { Plugin } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { ResolveHost } from './outgoing/address-guard.ts';

/** A plugin that is handed in as a value instead of being discovered, as the testing kit does. */
export interface GivenPlugin {
  readonly plugin: Plugin;
  readonly packageName?: string;
  readonly version?: string;
}

/** What a host needs to know to start. The app reads it from the environment; nothing else does. */
export interface HostOptions {
  readonly token: string;
  /** As discord.js's `rest.api`, ending in `/api`. Default: Discord's. */
  readonly apiUrl?: string;
  /** Default: an embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl?: string;
  /** That PostgreSQL, where its start was begun before the host was imported. The host stops it. */
  readonly databaseServer?: Promise<EmbeddedPostgres>;
  /** The folder in which the process keeps what it keeps on disk. */
  readonly dataDir: string;
  /** The folder of the app's `package.json`, whose dependencies with a `twi` field are its plugins; absent: none are. */
  readonly appDirectory?: string;
  /** Folders of further plugin packages. */
  readonly pluginPaths?: readonly string[];
  readonly givenPlugins?: readonly GivenPlugin[];
  /** The guild in which `/host` is registered; absent: nowhere. */
  readonly ownerGuildId?: Snowflake;
  /** Who may use `/host`, besides the application's owner. */
  readonly ownerIds?: readonly Snowflake[];
  readonly logLevel?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  /** `pretty` for people, `json` (one object a line) for machines. Default `pretty`. */
  readonly logFormat?: 'pretty' | 'json';
  /** The port of `/metrics`, `/healthz`, `/readyz` and the plugins' routes on 127.0.0.1 (0: any); absent: none. */
  readonly httpPort?: number;
  /** The shards that this process runs. Default: all. */
  readonly shards?: readonly number[];
  /** How many shards there are in all. Default: as many as Discord recommends. */
  readonly shardCount?: number;
  /** Keys of 32 bytes for the secrets of guilds: the first encrypts, the others decrypt what they made; absent: guilds have none. */
  readonly encryptionKeys?: readonly Uint8Array[];
  /** The bot's own secrets for outside services, by service (`openai`). */
  readonly serviceSecrets?: Readonly<Record<string, string>>;
  /** Where outside services are asked instead of at their usual addresses, by service. */
  readonly serviceAddresses?: Readonly<Record<string, string>>;
  /** Where the bot's operators are told that errors pile up; absent: only where the owner guild's settings say so. */
  readonly errorChannelId?: Snowflake;
  /** How long the data of a guild is kept after the bot was removed from it, in milliseconds. Default: 30 days. */
  readonly guildPurgeAfterMs?: number;
  /** How long rows of core's tables are kept, by table, in milliseconds. Default: as core declares. */
  readonly retentionMs?: Readonly<Partial<Record<'command_usages' | 'error_logs' | 'audit_logs', number>>>;
  /** Throws where a text is missing in every language, instead of saying its key; for tests. */
  readonly strictTexts?: boolean;
  /** Hosts and ports in private networks that plugins may open over HTTP nevertheless, such as `127.0.0.1:8080`. */
  readonly privatePlaces?: readonly string[];
  /** Where attachments are, when it is not Discord's own; may be in a private network. */
  readonly cdnUrl?: string;
  /** Finds the addresses of the hosts that plugins open over HTTP. Default: the operating system does. */
  readonly resolveHost?: ResolveHost;
  /** Values that must never appear in a log line, a reply or a table, whatever they look like. */
  readonly secrets?: readonly string[];
  /** Where log lines go. Default: standard output. */
  readonly logTo?: (line: string) => void;
  /**
   * Called when code outside of plugins threw where nothing caught it, so that the state of the process is unknown; it
   * was logged. Default: the host stops and the process ends with exit code 1 when nothing else keeps it alive.
   */
  readonly onFatal?: (error: unknown) => void;
}
