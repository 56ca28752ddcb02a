import type { Plugin } from '@twi/sdk';
import { UserError } from '@twi/sdk';
import { discover, type DiscoveryOptions, type RejectedPlugin } from '../discovery/discover.ts';
import { orderPlugins, type PluginOrder } from '../discovery/order-plugins.ts';
import type { DiscoveredPlugin } from '../plugin-record.ts';
import { checkManifest } from './check-manifest.ts';
import { toFailure } from './load-error.ts';
import type { PluginDirectories } from './plugin-directories.ts';
import { unknownPlugin } from './refusals.ts';

/** A plugin whose package was found in order and whose code was imported. */
export interface ImportedPlugin {
  readonly discovered: DiscoveredPlugin;
  readonly plugin: Plugin;
}

export interface ImporterOptions extends DiscoveryOptions {
  readonly sdkVersion: string;
  /** Hears of the folder of each plugin before its code runs. */
  readonly directories: PluginDirectories;
}

export type ImportResult = ImportedPlugin | RejectedPlugin;

/** Finds plugins and imports their code, anew each time. */
export class PluginImporter {
  readonly #options: DiscoveryOptions;
  readonly #sdkVersion: string;
  readonly #directories: PluginDirectories;
  readonly #generations = new Map<string, number>();

  constructor({ sdkVersion, directories, ...options }: ImporterOptions) {
    this.#options = options;
    this.#sdkVersion = sdkVersion;
    this.#directories = directories;
  }

  /** All plugins of the app: those that can be loaded, each after what it builds on, and those that cannot. */
  async importAll(): Promise<ImportResult[]> {
    const { ordered, rejected } = await this.#find();
    return [...rejected, ...(await Promise.all(ordered.map((discovered) => this.#import(discovered))))];
  }

  /** @throws {UserError} when no package has this id. */
  async import(id: string): Promise<ImportResult> {
    const { ordered, rejected } = await this.#find();
    const rejection = rejected.find(({ discovered }) => discovered.id === id);
    if (rejection) return rejection;
    const found = ordered.find((plugin) => plugin.id === id);
    if (!found) throw new UserError(unknownPlugin(id));
    return this.#import(found);
  }

  async #find(): Promise<PluginOrder> {
    const { plugins, rejected } = await discover(this.#options);
    const order = orderPlugins(plugins, this.#sdkVersion);
    return { ordered: order.ordered, rejected: [...rejected, ...order.rejected] };
  }

  async #import(discovered: DiscoveredPlugin): Promise<ImportResult> {
    const { id } = discovered;
    const generation = (this.#generations.get(id) ?? 0) + 1;
    this.#generations.set(id, generation);
    if (discovered.directory !== undefined) this.#directories.set(discovered.directory, id);
    try {
      const plugin = await discovered.import(generation);
      checkManifest(plugin);
      return { discovered, plugin };
    } catch (error) {
      return { discovered, failure: toFailure(error, 'import', id) };
    }
  }
}
