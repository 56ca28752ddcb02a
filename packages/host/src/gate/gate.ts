import type { Snowflake } from 'discord.js';
import type { Quarantine } from '../quarantine/quarantine.ts';
import type { Enablement } from './enablement.ts';
import type { GateDecision } from './gate-decision.ts';
import type { PluginLookup } from './plugin-lookup.ts';

export interface GateParts {
  readonly plugins: PluginLookup;
  readonly enablement: Pick<Enablement, 'isEnabled'>;
  readonly quarantine: Pick<Quarantine, 'isStopped'>;
}

/** The check in front of every entry point of every plugin. In memory, and without side effects. */
export class Gate {
  readonly #plugins: PluginLookup;
  readonly #enablement: GateParts['enablement'];
  readonly #quarantine: GateParts['quarantine'];

  constructor({ plugins, enablement, quarantine }: GateParts) {
    this.#plugins = plugins;
    this.#enablement = enablement;
    this.#quarantine = quarantine;
  }

  /** @param guildId absent for direct messages and events of the whole process, where no guild can switch a plugin off. */
  decide(pluginId: string, guildId: Snowflake | undefined): GateDecision {
    if (this.#plugins.get(pluginId)?.state !== 'loaded') return 'unloaded';
    if (guildId !== undefined && !this.#enablement.isEnabled(guildId, pluginId)) return 'disabled';
    return this.#quarantine.isStopped(pluginId) ? 'quarantined' : 'open';
  }
}
