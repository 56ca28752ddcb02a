import { isDeepStrictEqual } from 'node:util';
import type { ILogger } from '@sapphire/framework';
import {
  type DatabaseHandle,
  type Page,
  type PageOptions,
  type QueryCache,
  type SettingsRevision,
  SettingsRepository,
} from '@twi/database';
import { type Audit, type Settings, type SettingsSchema, UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { z } from 'zod';
import { auditSettings } from './audit-settings.ts';
import type { ChangedSettings, SettingsChange, SettingsEdit } from './settings-change.ts';
import {
  currentVersion,
  type PluginSettings,
  readRevision,
  schemaOf,
  type SettingsState,
} from './settings-versions.ts';

const CACHED_SETTINGS = 100_000;
/** What PostgreSQL's `integer` holds; revisions count up from 1. */
const MOST_REVISIONS = 2_147_483_647;
/** Stands for the settings of guilds that never changed any. */
const NO_REVISION = {};

/** The settings of every plugin in every guild: stored as revisions, cached, in step across processes. */
export class SettingsService {
  readonly #rows: SettingsRepository;
  readonly #database: DatabaseHandle;
  readonly #audit: Audit;
  readonly #logger: ILogger;
  readonly #cache: QueryCache<SettingsRevision | undefined>;
  /** What was read with the schema of a plugin, by revision. One that is loaded anew has its own. */
  readonly #states = new WeakMap<PluginSettings, WeakMap<object, SettingsState>>();
  /** Revisions whose problems were told. */
  readonly #noticed = new Set<string>();

  constructor({
    database,
    audit,
    logger,
  }: {
    readonly database: DatabaseHandle;
    readonly audit: Audit;
    readonly logger: ILogger;
  }) {
    this.#rows = new SettingsRepository(database.db);
    this.#database = database;
    this.#audit = audit;
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
  of<Schema extends SettingsSchema>(
    plugin: PluginSettings & { readonly settings: Schema },
  ): Settings<Schema> {
    return {
      // The states were read with this very schema.
      get: async (guildId) =>
        (this.known(guildId, plugin) ?? (await this.get(guildId, plugin))) as z.output<Schema>,
      known: (guildId) => this.known(guildId, plugin) as z.output<Schema> | undefined,
    };
  }

  /** The settings of a plugin in a guild, defaults filled in. */
  async get(guildId: Snowflake, plugin: PluginSettings): Promise<Readonly<Record<string, unknown>>> {
    return (await this.state(guildId, plugin)).values;
  }

  /** What {@link get} gives where it is at hand, without a promise. */
  known(guildId: Snowflake, plugin: PluginSettings): Readonly<Record<string, unknown>> | undefined {
    const kept = this.#cache.known(keyOf(guildId, plugin));
    return kept && this.#read(plugin, kept.value).values;
  }

  /** The settings of a plugin in a guild, and what of them is stored. */
  async state(guildId: Snowflake, plugin: PluginSettings): Promise<SettingsState> {
    return this.#read(plugin, await this.#cache.get(keyOf(guildId, plugin)));
  }

  /** What held at an earlier revision, 0 for before the first; `undefined` where there is no such revision. */
  async stateAt(
    guildId: Snowflake,
    plugin: PluginSettings,
    revision: number,
  ): Promise<SettingsState | undefined> {
    if (revision === 0) return readRevision(plugin, undefined);
    if (revision > MOST_REVISIONS) return undefined;
    const found = await this.#rows.find(guildId, plugin.id, revision);
    return found && readRevision(plugin, found);
  }

  /** A page of a plugin's revisions in a guild, newest first. */
  history(guildId: Snowflake, pluginId: string, options: PageOptions): Promise<Page<SettingsRevision>> {
    return this.#rows.list(guildId, pluginId, options);
  }

  /**
   * Stores a guild's settings of one or several plugins, all or none, and records it. Changes in a guild take turns, so
   * that `edit` sees what the change before it made. What stays as it is gets no revision.
   *
   * @throws {UserError} `core.invalid-settings` naming each field that a schema refuses.
   */
  async change({ guildId, byUserId, action, edits }: SettingsChange): Promise<readonly ChangedSettings[]> {
    if (byUserId !== undefined) await this.#database.ensureUser(byUserId);
    const changed = await this.#database.transaction(async (db) => {
      const rows = new SettingsRepository(db);
      await rows.lock(guildId);
      const done: ChangedSettings[] = [];
      for (const edit of edits) {
        const one = await store(rows, guildId, edit, byUserId);
        if (one) done.push(one);
      }
      const entry = auditSettings({ guildId, byUserId, action, changed: done });
      if (entry) await this.#audit.record({ ...entry, transaction: db });
      return done;
    });
    for (const { plugin } of changed) await this.#cache.invalidate(keyOf(guildId, plugin));
    return changed;
  }

  close(): void {
    this.#cache.dispose();
  }

  /** Settings are asked for with every event, and reading them with their schema costs more than most events do. */
  #read(plugin: PluginSettings, revision: SettingsRevision | undefined): SettingsState {
    const states = this.#statesOf(plugin);
    const known = states.get(revision ?? NO_REVISION);
    if (known) return known;
    const state = frozen(readRevision(plugin, revision));
    states.set(revision ?? NO_REVISION, state);
    if (revision && state.problems.length > 0) this.#notice(revision, state.problems);
    return state;
  }

  #statesOf(plugin: PluginSettings): WeakMap<object, SettingsState> {
    const known = this.#states.get(plugin);
    if (known) return known;
    const states = new WeakMap<object, SettingsState>();
    this.#states.set(plugin, states);
    return states;
  }

  /** Once per revision: the settings are read with every event. */
  #notice({ guildId, pluginId, revision }: SettingsRevision, problems: SettingsState['problems']): void {
    const key = `${guildId}/${pluginId}/${revision}`;
    if (this.#noticed.has(key)) return;
    this.#noticed.add(key);
    const list = problems.map(({ field, reason }) => (field ? `"${field}": ${reason}` : reason)).join(', ');
    this.#logger.warn(
      `Settings of the plugin "${pluginId}" in the guild ${guildId} (revision ${revision}) are not valid any more, so their defaults hold: ${list}.`,
    );
  }
}

function keyOf(guildId: Snowflake, { id }: PluginSettings): string {
  return `${guildId}/${id}`;
}

/** All who ask get the same, so nobody may change it. */
function frozen<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}

async function store(
  rows: SettingsRepository,
  guildId: Snowflake,
  { plugin, edit }: SettingsEdit,
  byUserId: Snowflake | undefined,
): Promise<ChangedSettings | undefined> {
  const before = readRevision(plugin, await rows.findLatest(guildId, plugin.id));
  const value = edit(before);
  assertValid(plugin, value);
  if (isDeepStrictEqual({ ...value }, { ...before.stored })) return undefined;
  const revision = await rows.append({
    guildId,
    pluginId: plugin.id,
    value,
    schemaVersion: currentVersion(plugin),
    changedBy: byUserId ?? null,
  });
  return { plugin, before, after: readRevision(plugin, revision) };
}

function assertValid(plugin: PluginSettings, values: Readonly<Record<string, unknown>>): void {
  const schema = schemaOf(plugin);
  const parsed = z.strictObject(schema.shape).safeParse(values);
  const whole = parsed.success ? schema.safeParse(values) : parsed;
  if (!whole.success) throw new UserError(invalidSettings(whole.error));
}

function invalidSettings(error: z.core.$ZodError): UserError.Options {
  const lines = error.issues.map(({ path, message }) => `\`${path.join('.') || 'settings'}\`: ${message}`);
  return { identifier: 'core.invalid-settings', message: `Nothing was changed.\n${lines.join('\n')}` };
}
