import type { Piece } from '@sapphire/pieces';
import type { Plugin } from '@twi/sdk';
import type { PluginCommand } from './commands/plugin-command.ts';

/** A plugin package that was found; none of its code has run yet. */
export interface DiscoveredPlugin {
  readonly id: string;
  readonly packageName: string;
  readonly version: string;
  /** The package's folder; absent for a plugin that was handed in as a value. */
  readonly directory?: string;
  /** Plugins that must be loaded first, with the versions that fit. */
  readonly requires: Readonly<Record<string, string>>;
  /** Plugins that are loaded first when they are there. */
  readonly optional: Readonly<Record<string, string>>;
  /** The range of `@twi/sdk` that it supports. */
  readonly sdkRange: string;
  /** Imports the package's entry anew for each generation, so that a reload sees changed files. */
  import(generation: number): Promise<Plugin>;
}

/** Where in its way a plugin failed. */
export type LoadStep =
  | 'discover'
  | 'manifest'
  | 'order'
  | 'import'
  | 'migrate'
  | 'setup'
  | 'pieces'
  | 'commands'
  | 'jobs'
  | 'routes';

export interface LoadFailure {
  readonly step: LoadStep;
  /** One sentence that names the plugin and, where there is one, the other party. */
  readonly reason: string;
  readonly error?: unknown;
}

/** A plugin of this process, loaded or not. */
export interface PluginRecord {
  readonly id: string;
  readonly discovered: DiscoveredPlugin;
  readonly state: 'loaded' | 'failed' | 'unloaded';
  readonly failure?: LoadFailure;
  /** Present from the import on. */
  readonly plugin?: Plugin;
  readonly service?: unknown;
  readonly pieces: readonly Piece[];
  readonly commands: readonly PluginCommand[];
}
