import type { ILogger } from '@sapphire/framework';
import { type Plugin, UserError } from '@twi/sdk';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { DiscoveredPlugin, LoadFailure, PluginRecord } from '../plugin-record.ts';
import { PluginLoadError, toFailure } from './load-error.ts';
import type { LoadedPlugin } from './load-plugin.ts';
import type { ImportedPlugin, ImportResult, PluginImporter } from './plugin-importer.ts';
import { notLoaded, type PluginRecords } from './plugin-records.ts';
import { Scope } from './scope.ts';
import { alreadyLoaded, isNotLoaded, isPartOfHost, isRequired, unknownPlugin } from './refusals.ts';

export interface PluginRegistryOptions {
  readonly records: PluginRecords;
  readonly importer: Pick<PluginImporter, 'import'>;
  readonly load: (plugin: Plugin, scope: Scope) => Promise<LoadedPlugin>;
  readonly logger: Pick<ILogger, 'info' | 'warn' | 'error'>;
}

/** Hears of the plugins that one operation changed, as they are when it is over. */
export type ChangeListener = (changed: readonly PluginRecord[]) => void | Promise<void>;

/** Loads, unloads and reloads plugins, one operation at a time. */
export class PluginRegistry {
  readonly #options: PluginRegistryOptions;
  readonly #scopes = new Map<string, Scope>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #changed = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: PluginRegistryOptions) {
    this.#options = options;
  }

  list(): readonly PluginRecord[] {
    return this.#options.records.list();
  }

  get(id: string): PluginRecord | undefined {
    return this.#options.records.get(id);
  }

  /** Plugins that `id` builds on, directly or through others. */
  dependenciesOf(id: string): string[] {
    return this.#options.records.dependenciesOf(id);
  }

  /** Loaded plugins that cannot do without `id`, directly or through others. */
  dependantsOf(id: string): string[] {
    return this.#options.records.dependantsOf(id);
  }

  /** Calls back after each operation that changed something; the operation waits for it. Returns what ends it. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads plugins at start, in this order; one's failure leaves the others running. */
  loadAll(candidates: readonly ImportResult[]): Promise<void> {
    return this.#exclusive(async () => {
      for (const candidate of candidates) await this.#load(candidate);
    });
  }

  /**
   * Finds a plugin anew and loads it. The record tells whether that succeeded.
   *
   * @throws {UserError} when it is loaded already, or nowhere to be found.
   */
  load(id: string): Promise<PluginRecord> {
    return this.#exclusive(async () => {
      if (this.#options.records.isLoaded(id)) throw new UserError(alreadyLoaded(id));
      await this.#load(await this.#options.importer.import(id));
      return this.#get(id);
    });
  }

  /**
   * Unloads a plugin; nothing of it is left.
   *
   * @throws {UserError} when it is not loaded, or when loaded plugins require it and `withDependants` is not set.
   */
  unload(id: string, { withDependants = false }: { readonly withDependants?: boolean } = {}): Promise<void> {
    return this.#exclusive(async () => {
      this.#assertUnloadable(id);
      const dependants = this.dependantsOf(id);
      if (dependants.length > 0 && !withDependants) throw new UserError(isRequired(id, dependants));
      for (const each of [...dependants, id]) await this.#unload(each);
    });
  }

  /**
   * Loads a plugin again from its changed files, and those that require it with it. When the new version does not
   * load, the old one goes on and its record tells why.
   *
   * @throws {UserError} when it is not loaded.
   */
  reload(id: string): Promise<PluginRecord> {
    return this.#exclusive(async () => {
      this.#assertUnloadable(id);
      const before = this.#get(id);
      const candidate = await this.#options.importer.import(id);
      if ('failure' in candidate) this.#fail(candidate.discovered, candidate.failure);
      else await this.#replace(before, candidate);
      return this.#get(id);
    });
  }

  /** Unloads everything, dependants first. Never rejects. */
  unloadAll(): Promise<void> {
    return this.#exclusive(async () => {
      for (const id of [...this.#scopes.keys()].toReversed()) await this.#unload(id);
    });
  }

  async #replace(before: PluginRecord, candidate: ImportedPlugin): Promise<void> {
    const dependants = this.dependantsOf(before.id).map((id) => this.#get(id));
    for (const { id } of [...dependants, before]) await this.#unload(id);
    await this.#load(candidate);
    const { state, failure } = this.#get(before.id);
    if (state === 'failed' && failure) await this.#restore(before, failure);
    for (const dependant of dependants.toReversed()) await this.#loadAgain(dependant);
  }

  async #restore(before: PluginRecord, failure: LoadFailure): Promise<void> {
    await this.#loadAgain(before);
    const record = this.#get(before.id);
    if (record.state === 'loaded') this.#record({ ...record, failure });
  }

  async #loadAgain({ discovered, plugin }: PluginRecord): Promise<void> {
    if (plugin) await this.#load({ discovered, plugin });
  }

  async #load(candidate: ImportResult): Promise<void> {
    const { discovered } = candidate;
    if ('failure' in candidate) return this.#fail(discovered, candidate.failure);
    const { plugin } = candidate;
    const { id } = discovered;
    const { logger } = this.#options;
    const scope = new Scope({
      onProblem: (what, error) => logger.warn(`Unloading the plugin "${id}": ${what} failed.`, error),
    });
    try {
      this.#assertRequirements(discovered);
      const loaded = await this.#options.load(plugin, scope);
      this.#scopes.set(id, scope);
      logger.info(`Loaded the plugin "${id}" ${discovered.version}.`);
      this.#record({ id, discovered, plugin, state: 'loaded', ...loaded });
    } catch (error) {
      await scope.dispose();
      this.#fail(discovered, toFailure(error, 'setup', id), plugin);
    }
  }

  /** The record changes first: the gate is shut while things are taken apart. */
  async #unload(id: string): Promise<void> {
    const { discovered, plugin } = this.#get(id);
    const scope = this.#scopes.get(id);
    this.#scopes.delete(id);
    this.#options.records.set(notLoaded(discovered, { state: 'unloaded', ...(plugin && { plugin }) }));
    await scope?.dispose();
    this.#options.logger.info(`Unloaded the plugin "${id}".`);
    this.#record(this.#get(id));
  }

  #fail(discovered: DiscoveredPlugin, failure: LoadFailure, plugin?: Plugin): void {
    this.#options.logger.error(failure.reason, failure.error ?? '');
    const current = this.get(discovered.id);
    const goesOn = current?.state === 'loaded';
    this.#record(
      goesOn
        ? { ...current, failure }
        : notLoaded(discovered, { state: 'failed', failure, ...(plugin && { plugin }) }),
    );
  }

  #record(record: PluginRecord): void {
    this.#options.records.set(record);
    this.#changed.add(record.id);
  }

  async #tell(): Promise<void> {
    const changed = [...this.#changed].map((id) => this.#get(id));
    this.#changed.clear();
    if (changed.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        await listener(changed);
      } catch (error) {
        this.#options.logger.error('A listener of plugin changes failed.', error);
      }
    }
  }

  #assertRequirements({ id, requires }: DiscoveredPlugin): void {
    const missing = Object.keys(requires).find((required) => !this.#options.records.isLoaded(required));
    if (missing === undefined) return;
    const reason = this.get(missing)?.failure?.reason ?? 'it is not loaded.';
    throw new PluginLoadError(
      'order',
      `The plugin "${id}" requires "${missing}", which stays out: ${reason}`,
    );
  }

  #assertUnloadable(id: string): void {
    if (id === CORE_PLUGIN_ID) throw new UserError(isPartOfHost(id));
    if (this.#get(id).state !== 'loaded') throw new UserError(isNotLoaded(id));
  }

  #get(id: string): PluginRecord {
    const record = this.get(id);
    if (!record) throw new UserError(unknownPlugin(id));
    return record;
  }

  /** One operation after the other. */
  #exclusive<T>(operation: () => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#operate(operation));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** A reload is one change, not two: its commands do not go and come back. */
  async #operate<T>(operation: () => Promise<T>): Promise<T> {
    try {
      return await operation();
    } finally {
      await this.#tell();
    }
  }
}
