import type { ILogger } from '@sapphire/framework';
import {
  type DatabaseHandle,
  type QueryCache,
  type SettingsRevision,
  SettingsRepository,
} from '@twi/database';
import { type Plugin, type Settings, type SettingsSchema, UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { z } from 'zod';
import { readSettings } from './read-settings.ts';

const CACHED_SETTINGS = 20_000;

/** Schemas have no number of their own; the field is there for migrations of stored values. */
const SCHEMA_VERSION = 1;

const NO_SETTINGS: SettingsSchema = z.object({});

type PluginWithSettings = Pick<Plugin, 'id' | 'settings'>;

/** What somebody wants to store, and what they saw when they decided. */
export interface SettingsChange {
  readonly guildId: Snowflake;
  readonly plugin: PluginWithSettings;
  /** All fields that are not to have their default. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly byUserId: Snowflake | undefined;
  /** Refuses the change when there is a newer revision than this one by now. */
  readonly expectedRevision?: number;
}

/** The settings of every plugin in every guild: stored as revisions, cached, in step across processes. */
export class SettingsService {
  readonly #rows: SettingsRepository;
  readonly #database: DatabaseHandle;
  readonly #logger: ILogger;
  readonly #cache: QueryCache<SettingsRevision | undefined>;
  /** Revisions whose problems were told. */
  readonly #noticed = new Set<string>();

  constructor({ database, logger }: { readonly database: DatabaseHandle; readonly logger: ILogger }) {
    this.#rows = new SettingsRepository(database.db);
    this.#database = database;
    this.#logger = logger;
    this.#cache = database.cache.define({
      name: 'core.settings',
      max: CACHED_SETTINGS,
      load: (key) => {
        const [guildId = '', pluginId = ''] = key.split('/');
        return this.#rows.findLatest(guildId, pluginId);
      },
    });
  }

  /** The settings of one plugin, as its context offers them. */
  of<Schema extends SettingsSchema>(plugin: {
    readonly id: string;
    readonly settings: Schema;
  }): Settings<Schema> {
    return { get: (guildId) => this.#read(guildId, plugin.id, plugin.settings) };
  }

  /** The settings of a plugin in a guild, defaults filled in. */
  get(guildId: Snowflake, plugin: PluginWithSettings): Promise<Record<string, unknown>> {
    return this.#read(guildId, plugin.id, plugin.settings ?? NO_SETTINGS);
  }

  /** What is stored, as it was stored; `undefined` where nobody has changed anything. */
  stored(guildId: Snowflake, pluginId: string): Promise<SettingsRevision | undefined> {
    return this.#cache.get(`${guildId}/${pluginId}`);
  }

  /**
   * Stores a guild's settings as a new revision.
   *
   * @throws {UserError} `core.invalid-settings` naming each field that the schema refuses, and what it takes.
   * @throws {SettingsConflictError} when somebody else was faster than `expectedRevision`.
   */
  async set({
    guildId,
    plugin,
    values,
    byUserId,
    expectedRevision,
  }: SettingsChange): Promise<SettingsRevision> {
    const parsed = z.strictObject((plugin.settings ?? NO_SETTINGS).shape).safeParse(values);
    const whole = parsed.success ? (plugin.settings ?? NO_SETTINGS).safeParse(values) : parsed;
    if (!whole.success) throw new UserError(invalidSettings(whole.error));
    if (byUserId !== undefined) await this.#database.ensureUser(byUserId);
    const revision = await this.#rows.append({
      guildId,
      pluginId: plugin.id,
      value: values,
      schemaVersion: SCHEMA_VERSION,
      changedBy: byUserId ?? null,
      ...(expectedRevision !== undefined && { expectedRevision }),
    });
    await this.#cache.invalidate(`${guildId}/${plugin.id}`);
    return revision;
  }

  close(): void {
    this.#cache.dispose();
  }

  async #read<Schema extends SettingsSchema>(
    guildId: Snowflake,
    pluginId: string,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const revision = await this.stored(guildId, pluginId);
    const { values, problems } = readSettings(schema, revision?.value);
    if (revision && problems.length > 0) this.#notice(revision, problems);
    return values;
  }

  /** Once per revision: the settings are read with every event. */
  #notice(
    { guildId, pluginId, revision }: SettingsRevision,
    problems: ReturnType<typeof readSettings>['problems'],
  ): void {
    const key = `${guildId}/${pluginId}/${revision}`;
    if (this.#noticed.has(key)) return;
    this.#noticed.add(key);
    const list = problems.map(({ field, reason }) => (field ? `"${field}": ${reason}` : reason)).join(', ');
    this.#logger.warn(
      `Settings of the plugin "${pluginId}" in the guild ${guildId} (revision ${revision}) are not valid any more, so their defaults hold: ${list}.`,
    );
  }
}

function invalidSettings(error: z.core.$ZodError): UserError.Options {
  const lines = error.issues.map(({ path, message }) => `\`${path.join('.') || 'settings'}\`: ${message}`);
  return { identifier: 'core.invalid-settings', message: `Nothing was changed.\n${lines.join('\n')}` };
}
