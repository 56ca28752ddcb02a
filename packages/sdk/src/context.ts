import { container } from '@sapphire/pieces';
import type { ILogger, Piece } from '@sapphire/framework';
import type { PluginDatabase, QueryCache, QueryCacheOptions } from '@twi/database';
import type { Client, GuildMember, Locale, Snowflake } from 'discord.js';
import type { Got } from 'got';
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Credentials } from './credentials.ts';
import type { Job, PluginJobs } from './job.ts';
import type { SettingsSchema } from './settings/settings-schema.ts';

/**
 * The services that plugins offer, by plugin id. A plugin adds its own by module augmentation; the same entry
 * types `container.<id>` for its pieces.
 *
 * @example
 * declare module '@twi/sdk' {
 *   interface PluginServices {
 *     moderation: Moderation;
 *   }
 * }
 */
// oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-empty-interface -- filled by augmentation
export interface PluginServices {}

declare module '@sapphire/pieces' {
  interface Container extends PluginServices {
    /** The context of the plugin that a piece belongs to; read it through `contextOf`. */
    pluginContexts: WeakMap<object, PluginContext>;
  }
}

/** The settings of a plugin, per guild. */
export interface Settings<Schema extends SettingsSchema> {
  /** The guild's settings, defaults filled in. Cached; another process's change arrives within a second. */
  get(guildId: Snowflake): Promise<z.output<Schema>>;
  /**
   * What `get` gives, without a promise, or `undefined` where the settings have to be read first: for what happens with every
   * message.
   */
  known(guildId: Snowflake): z.output<Schema> | undefined;
}

/** The services of other plugins. */
export interface Services {
  /** The service of a plugin, or `undefined` where it is not loaded, stopped, or off in that guild. */
  get<Id extends keyof PluginServices>(id: Id, guildId: Snowflake): PluginServices[Id] | undefined;
}

export interface SendOptions {
  /** When it may run at the earliest. Default: at once. */
  readonly startAfter?: Date;
  /** At most one waiting job of this name has this key; a second is not added. At most 200 characters. */
  readonly key?: string;
  /** The transaction whose commit makes the job exist. */
  // oxlint-disable-next-line typescript/no-explicit-any -- whichever tables the plugin sees, the job's row is the host's
  readonly transaction?: Transaction<any>;
}

type JobData<Definition> = Definition extends Job<infer Data> ? Data : never;

/** The plugin's durable jobs. */
export interface Jobs<Definitions extends PluginJobs> {
  /** Adds a job; durable once this resolves (or once `transaction` commits). */
  send<Name extends keyof Definitions & string>(
    name: Name,
    data: JobData<Definitions[Name]>,
    options?: SendOptions,
  ): Promise<void>;
}

/** An action worth remembering: who did what to whom. */
export interface AuditEntry {
  readonly guildId: Snowflake;
  /** Who did it; absent when the bot acted by itself. */
  readonly userId?: Snowflake;
  /** `<plugin>.<verb>`, for example `moderation.ban`. */
  readonly action: string;
  /** What it was done to: a snowflake or a name. */
  readonly target?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** What `/undo` needs, read by the reversal that the manifest declares for `action`; absent: it cannot be undone. */
  readonly reversal?: Readonly<Record<string, unknown>>;
  /**
   * Why it cannot be undone and what helps instead, for whoever tries, as a sentence that names nobody; without it,
   * `/undo` says only that it cannot be undone.
   */
  readonly irreversibleBecause?: string;
  /** The plugin's own transaction whose commit makes the entry exist. Default: it is written at once. */
  // oxlint-disable-next-line typescript/no-explicit-any -- whichever tables the plugin sees, the entry is the host's
  readonly transaction?: Transaction<any>;
}

/** The record of what was done through the bot, which `/audit` shows and `/undo` and `/redo` work with. */
export interface Audit {
  /**
   * Writes an entry. What a reversal records while `/undo` or `/redo` runs it belongs to that, and cannot be undone by
   * itself.
   */
  record(entry: AuditEntry): Promise<void>;
}

/** Whose cooldowns of which command. */
export interface CooldownKey {
  readonly guildId: Snowflake;
  /** The command's name, without its subcommand. */
  readonly command: string;
  /** Absent: everybody's in that guild. */
  readonly userId?: Snowflake;
}

/** The cooldowns of commands (`cooldownDelay` and its companions in a command's options), kept by the host. */
export interface Cooldowns {
  /** Ends cooldowns at once, in every process. One that is shared by the whole bot (scope `Global`) goes on. */
  clear(key: CooldownKey): Promise<void>;
}

export interface Permissions {
  /** Whether a member holds a node of this plugin, overrides of the guild included. */
  allows(member: GuildMember, node: string): Promise<boolean>;
}

/** What a guild chose for the bot as a whole, in the settings of the core plugin. */
export interface GuildChoices {
  /** What commands in messages begin with, besides a mention of the bot; `null`: only that mention. */
  readonly prefix: string | null;
  /** The language of what is posted for everybody: the chosen one, else that of the guild's community settings. */
  readonly locale: `${Locale}`;
  /** When a day begins, as an IANA name such as `Europe/Berlin`. Default: `UTC`. */
  readonly timeZone: string;
}

/** What the host hands to a plugin. All that is registered through it is undone when the plugin unloads. */
export interface PluginContext<
  Id extends string = string,
  Schema extends SettingsSchema = SettingsSchema,
  Definitions extends PluginJobs = PluginJobs,
> {
  readonly id: Id;
  readonly client: Client;
  /** The plugin's own tables and, for reading, `core.guilds`, `core.users`, `core.guild_plugins` and `core.command_usages`. */
  readonly db: PluginDatabase<Id>;
  readonly settings: Settings<Schema>;
  /** What the guild chose for the bot as a whole. Cached; another process's change arrives within a second. */
  guild(guildId: Snowflake): Promise<GuildChoices>;
  /** What `guild` gives, without a promise, or `undefined` where it has to be read first. */
  knownGuild(guildId: Snowflake): GuildChoices | undefined;
  readonly services: Services;
  readonly logger: ILogger;
  readonly jobs: Jobs<Definitions>;
  readonly audit: Audit;
  readonly permissions: Permissions;
  readonly cooldowns: Cooldowns;
  readonly credentials: Credentials;
  /**
   * Where the operator wants an outside service to be asked instead of at its usual address, without a slash at the end.
   *
   * @param service as for `credentials`, such as `openai`.
   */
  serviceAddress(service: string): string | undefined;
  /**
   * Asks the outside world: time limits, retries, a limit of size, and nothing but the public internet. What is in flight
   * ends when the plugin unloads. It rejects with got's errors, `AddressRefusedError` and
   * `ResponseTooLargeError`.
   */
  readonly http: Got;
  /** Defines a cache that is invalidated in every process; its name is prefixed with the plugin's id. */
  cache<Value>(options: QueryCacheOptions<Value>): QueryCache<Value>;
  /** Makes sure that the row exists which foreign keys to `core.guilds` point to. Cheap; remembered. */
  ensureGuild(guildId: Snowflake): Promise<void>;
  /** Makes sure that the row exists which foreign keys to `core.users` point to. Cheap; remembered. */
  ensureUser(userId: Snowflake): Promise<void>;
  /** Calls back every `ms` milliseconds while the plugin is loaded and not quarantined. */
  every(ms: number, callback: () => void | Promise<void>): void;
  /** Calls back once after `ms` milliseconds, unless the plugin was unloaded. For waits that must survive a restart, send a job. */
  after(ms: number, callback: () => void | Promise<void>): void;
  /** Runs at unload, in reverse order of registration, whatever else fails. */
  onUnload(dispose: () => void | Promise<void>): void;
}

/**
 * The context of the plugin that a piece belongs to.
 *
 * @throws {TypeError} when the piece was not loaded by the host.
 */
export function contextOf(piece: Piece): PluginContext {
  const context = container.pluginContexts.get(piece);
  if (!context) throw new TypeError(`The piece "${piece.name}" was not loaded by the plugin host.`);
  return context;
}
