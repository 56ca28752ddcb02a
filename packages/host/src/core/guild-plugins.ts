import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { SyncOutcome } from '../commands/command-reconciler.ts';
import { slotProblem, type SlotUsage } from '../commands/command-slots.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { PluginRecord } from '../plugin-record.ts';
import type { CoreServices } from './core-services.ts';
import { noSuchPlugin, pluginNotRunning, tooManyCommands } from './errors.ts';
import type { PluginView } from './plugin-view.ts';

/** How long a reply waits for Discord to take the commands; after that they follow by themselves. */
const SYNC_PATIENCE = 8_000;

export interface Toggle {
  readonly guildId: Snowflake;
  readonly pluginId: string;
  readonly byUserId: Snowflake;
}

/** What switching a plugin on or off did. */
export interface ToggleResult {
  readonly plugin: PluginView;
  /** Others that were switched with it: what it needs, or what needs it. */
  readonly others: readonly PluginView[];
  readonly slots: SlotUsage;
  readonly sync: SyncOutcome;
}

/** The plugins from the point of view of one guild: which there are, and switching them on and off. */
export class GuildPlugins {
  readonly #services: CoreServices;

  constructor(services: CoreServices) {
    this.#services = services;
  }

  /** All plugins but core, by title. */
  list(guildId: Snowflake): PluginView[] {
    return this.#services.registry
      .list()
      .filter(({ id }) => id !== CORE_PLUGIN_ID)
      .map((record) => this.#view(guildId, record))
      .toSorted((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
  }

  /**
   * @param typed a plugin's id or title.
   * @throws {UserError} `core.no-such-plugin`
   */
  get(guildId: Snowflake, typed: string): PluginView {
    const wanted = typed.trim().toLowerCase();
    const found = this.list(guildId).find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
    if (!found) throw new UserError(noSuchPlugin(typed));
    return found;
  }

  /**
   * What would be switched on with a plugin because it needs it, those first that others need.
   *
   * @throws {UserError} when one of them is not running, or Discord has no room for their commands.
   */
  enabledWith(guildId: Snowflake, pluginId: string): PluginView[] {
    const plugin = this.get(guildId, pluginId);
    const others = this.#requirements(pluginId)
      .filter((id) => !this.#services.enablement.isEnabled(guildId, id))
      .map((id) => this.get(guildId, id));
    const stopped = [plugin, ...others].find(({ record }) => record.state !== 'loaded');
    if (stopped) throw new UserError(pluginNotRunning(stopped.title, stopped.reason));
    const ids = [...others, plugin].map(({ id }) => id);
    const problem = slotProblem(this.#services.reconciler.usage(guildId, ids));
    if (problem) throw new UserError(tooManyCommands(plugin.title, problem));
    return others;
  }

  /** What would be switched off with a plugin because it needs it, those first that nobody needs. */
  disabledWith(guildId: Snowflake, pluginId: string): PluginView[] {
    return this.list(guildId)
      .filter(({ id }) => this.#services.enablement.isEnabled(guildId, id))
      .filter(({ id }) => this.#requirements(id).includes(pluginId))
      .toSorted((a, b) => this.#requirements(b.id).length - this.#requirements(a.id).length);
  }

  /** What the guild's commands take of Discord's limits. */
  slots(guildId: Snowflake): SlotUsage {
    return this.#services.reconciler.usage(guildId);
  }

  /**
   * Switches a plugin on, and what it needs.
   *
   * @throws {UserError} when one of them is not running, or Discord has no room for their commands; nothing changes then.
   */
  async enable({ guildId, pluginId, byUserId }: Toggle): Promise<ToggleResult> {
    const plugin = this.get(guildId, pluginId);
    const others = this.enabledWith(guildId, pluginId);
    const ids = [...others, plugin].map(({ id }) => id);
    const changing = ids.filter((id) => !this.#services.enablement.isEnabled(guildId, id));
    await this.#services.enablement.enable(guildId, ids, byUserId);
    await this.#record('core.plugin-enable', { guildId, pluginId: plugin.id, byUserId }, changing);
    return this.#result(guildId, plugin, others);
  }

  /** Switches a plugin off, and what needs it. */
  async disable({ guildId, pluginId, byUserId }: Toggle): Promise<ToggleResult> {
    const plugin = this.get(guildId, pluginId);
    const others = this.disabledWith(guildId, pluginId);
    const ids = [...others, plugin].map(({ id }) => id);
    const changing = ids.filter((id) => this.#services.enablement.isEnabled(guildId, id));
    await this.#services.enablement.disable(guildId, ids, byUserId);
    await this.#record('core.plugin-disable', { guildId, pluginId: plugin.id, byUserId }, changing);
    return this.#result(guildId, plugin, others);
  }

  /** Writes down what was switched, in this order; nothing where everything was like that already. */
  async #record(
    action: 'core.plugin-disable' | 'core.plugin-enable',
    { guildId, pluginId, byUserId }: Toggle,
    changed: readonly string[],
  ): Promise<void> {
    if (changed.length === 0) return;
    await this.#services.audit.record({
      guildId,
      userId: byUserId,
      action,
      target: pluginId,
      details: { plugins: changed.join(', ') },
      reversal: { plugins: changed },
    });
  }

  async #result(
    guildId: Snowflake,
    plugin: PluginView,
    others: readonly PluginView[],
  ): Promise<ToggleResult> {
    const sync = await this.#sync(guildId);
    return { plugin: this.get(guildId, plugin.id), others, slots: this.slots(guildId), sync };
  }

  async #sync(guildId: Snowflake): Promise<SyncOutcome> {
    const { promise: tooLate, resolve } = Promise.withResolvers<SyncOutcome>();
    const timer = setTimeout(() => resolve('postponed'), SYNC_PATIENCE);
    try {
      return await Promise.race([this.#services.reconciler.reconcileGuild(guildId), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  #view(guildId: Snowflake, record: PluginRecord): PluginView {
    const { id, discovered, plugin, failure } = record;
    const common = {
      id,
      title: plugin?.title ?? id,
      description: plugin?.description ?? '',
      version: discovered.version,
      record,
    };
    if (record.state !== 'loaded') return { ...common, state: 'not-running', reason: failure?.reason };
    if (!this.#services.enablement.isEnabled(guildId, id)) return { ...common, state: 'off' };
    const status = this.#services.quarantine.status(id);
    if (status.state === 'healthy') return { ...common, state: 'on' };
    return { ...common, state: 'paused', pausedUntil: status.stop.until };
  }

  /** All that a plugin requires, directly and through others, in the order in which they build on each other. */
  #requirements(pluginId: string): string[] {
    const found = new Set<string>();
    // Plugins that require each other never load, but they are listed.
    const seen = new Set([pluginId]);
    const visit = (id: string): void => {
      const record = this.#services.registry.get(id);
      for (const required of Object.keys(record?.discovered.requires ?? {})) {
        if (seen.has(required) || !this.#services.registry.get(required)) continue;
        seen.add(required);
        visit(required);
        found.add(required);
      }
    };
    visit(pluginId);
    return [...found];
  }
}
