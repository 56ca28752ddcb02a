import type { ILogger } from '@sapphire/framework';
import { ApplicationCommandType, type Snowflake } from 'discord.js';
import { CommandReconciler, type CommandReconcilerOptions } from '../../src/commands/command-reconciler.ts';
import type { PluginCommand } from '../../src/commands/plugin-command.ts';
import { rejectLongCommandLimit } from '../../src/commands/sync-failure.ts';
import type { PluginRecord } from '../../src/plugin-record.ts';
import { silentLogger } from '../silent-logger.ts';
import type { CommandServer } from './command-server.ts';

const APPLICATION = '500000000000000000';

/** Guild ids as Discord makes them. */
export function guildIds(count: number): Snowflake[] {
  return Array.from({ length: count }, (_, index) => String(600_000_000_000_000_000n + BigInt(index)));
}

type LoadedPlugin = Pick<PluginRecord, 'id' | 'state' | 'commands'>;

/** A loaded plugin with that many (or those) slash commands. */
export function pluginWith(id: string, names: readonly string[] | number): LoadedPlugin {
  const list =
    typeof names === 'number' ? Array.from({ length: names }, (_, index) => `${id}-${index}`) : names;
  return { id, state: 'loaded', commands: list.map((name) => slashCommand(id, name)) };
}

function slashCommand(plugin: string, name: string): PluginCommand {
  return {
    plugin,
    name,
    type: ApplicationCommandType.ChatInput,
    json: { type: ApplicationCommandType.ChatInput, name, description: `Does ${name}.` },
    // The reconciler looks only at what is registered.
    piece: {} as PluginCommand['piece'], // -- never read here
  };
}

export interface LoggedLine {
  readonly level: 'warn' | 'error';
  readonly text: string;
}

/** Everything around a reconciler that a test may change: guilds, plugins, who enabled what. */
export class Scene {
  guilds: Snowflake[];
  plugins: LoadedPlugin[];
  readonly enabled = new Map<Snowflake, Set<string>>();
  readonly log: LoggedLine[] = [];
  readonly #server: CommandServer;
  readonly #store: CommandReconcilerOptions['store'];
  readonly #reconcilers: CommandReconciler[] = [];

  constructor({
    server,
    store,
    guilds,
    plugins,
  }: {
    readonly server: CommandServer;
    readonly store: CommandReconcilerOptions['store'];
    readonly guilds: Snowflake[];
    readonly plugins: LoadedPlugin[];
  }) {
    this.#server = server;
    this.#store = store;
    this.guilds = guilds;
    this.plugins = plugins;
  }

  enable(plugin: string, ...guilds: readonly Snowflake[]): void {
    for (const guild of guilds)
      this.enabled.set(guild, new Set([...(this.enabled.get(guild) ?? []), plugin]));
  }

  disable(plugin: string, ...guilds: readonly Snowflake[]): void {
    for (const guild of guilds) this.enabled.get(guild)?.delete(plugin);
  }

  /** A reconciler as a process makes it at its start; a second one is the process after a restart. */
  start(options: Partial<CommandReconcilerOptions> = {}): CommandReconciler {
    const reconciler = new CommandReconciler({
      discord: {
        rest: this.#server.rest({ rejectOnRateLimit: rejectLongCommandLimit }),
        applicationId: () => APPLICATION,
        guildIds: () => this.guilds,
        servesGuild: () => true,
      },
      plugins: { list: () => this.plugins },
      enablement: { isEnabled: (guild, plugin) => this.enabled.get(guild)?.has(plugin) ?? false },
      store: this.#store,
      logger: this.#logger(),
      requestsPerSecond: 100_000,
      ...options,
    });
    this.#reconcilers.push(reconciler);
    return reconciler;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#reconcilers.map((reconciler) => reconciler.stop()));
  }

  #logger(): ILogger {
    const write =
      (level: LoggedLine['level']) =>
      (text: unknown): void =>
        void this.log.push({ level, text: String(text) });
    return { ...silentLogger, warn: write('warn'), error: write('error') };
  }
}
