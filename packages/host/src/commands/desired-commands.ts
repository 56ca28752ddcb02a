import type { RESTPostAPIApplicationCommandsJSONBody, Snowflake } from 'discord.js';
import type { PluginRecord } from '../plugin-record.ts';
import { type CommandScope, GLOBAL_SCOPE } from './command-scope.ts';
import type { PluginCommand } from './plugin-command.ts';

const CORE = 'core';
/** The commands of core that only the owner's guild sees. */
export const OWNER_COMMANDS: ReadonlySet<string> = new Set(['host']);

export interface DesiredCommandsOptions {
  readonly plugins: { list(): readonly Pick<PluginRecord, 'id' | 'state' | 'commands'>[] };
  readonly enablement: { isEnabled(guildId: Snowflake, pluginId: string): boolean };
  /** The guild that gets the commands for the bot's owner; absent: none does. */
  readonly ownerGuildId?: Snowflake | undefined;
}

/** Which commands belong where: core's everywhere, a plugin's where it is enabled. */
export class DesiredCommands {
  readonly #options: DesiredCommandsOptions;

  constructor(options: DesiredCommandsOptions) {
    this.#options = options;
  }

  /** The commands of a scope; of a guild, as if `withPlugins` were enabled there too. */
  in(scope: CommandScope, withPlugins: readonly string[] = []): PluginCommand[] {
    const loaded = this.#options.plugins.list().filter(({ state }) => state === 'loaded');
    return loaded.flatMap(({ id, commands }) => {
      if (id === CORE) return commands.filter(({ name }) => this.#scopeOfCore(name) === scope);
      if (scope === GLOBAL_SCOPE) return [];
      return withPlugins.includes(id) || this.#options.enablement.isEnabled(scope, id) ? commands : [];
    });
  }

  #scopeOfCore(name: string): CommandScope | undefined {
    return OWNER_COMMANDS.has(name) ? this.#options.ownerGuildId : GLOBAL_SCOPE;
  }
}

/** What Discord is sent. `contexts` and `integration_types` are for global commands only (Application Command Object). */
export function registeredForm(
  commands: readonly PluginCommand[],
  scope: CommandScope,
): RESTPostAPIApplicationCommandsJSONBody[] {
  if (scope === GLOBAL_SCOPE) return commands.map(({ json }) => json);
  return commands.map(({ json }) => {
    const { contexts: _contexts, integration_types: _types, ...guildForm } = json;
    return guildForm;
  });
}
