import { ApplicationCommandType, type BaseInteraction, InteractionContextType } from 'discord.js';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { OWNER_COMMANDS } from '../commands/desired-commands.ts';
import type { PluginRecord } from '../plugin-record.ts';
import { coreSettingsOwner } from '../settings/core-settings.ts';
import { textFormOf } from '../text/text-forms.ts';
import { shownPrefix } from '../text/typed-text.ts';
import { commandLeaves } from './command-leaves.ts';
import type { CoreServices } from './core-services.ts';
import type { HelpEntry } from './help-entry.ts';

/** What a person can do where they are. Read from the loaded commands, so that it never says anything else than they do. */
export class HelpCatalogue {
  readonly #services: CoreServices;

  constructor(services: CoreServices) {
    this.#services = services;
  }

  /** The commands that somebody may use here: core's first, then by plugin. */
  async entriesFor(interaction: BaseInteraction): Promise<HelpEntry[]> {
    const entries = this.#pluginsAt(interaction).flatMap((plugin) =>
      plugin.commands
        .filter((command) => this.#isOffered(command, interaction))
        .flatMap((command) => commandLeaves(command, plugin))
        .toSorted((a, b) => a.path.localeCompare(b.path)),
    );
    const allowed = await Promise.all(entries.map((entry) => this.#mayUse(entry, interaction)));
    return entries.filter((_, index) => allowed[index]);
  }

  /** How somebody types an entry as a message where they are; `undefined` where that is not possible. */
  async asMessage(
    { piece, subcommand, type }: HelpEntry,
    { client, guildId }: BaseInteraction,
  ): Promise<string | undefined> {
    const form = type === ApplicationCommandType.ChatInput ? textFormOf(piece) : undefined;
    if (!form) return undefined;
    const settings = this.#services.settings.of(coreSettingsOwner);
    const prefix = guildId === null ? '' : (await settings.get(guildId)).prefix;
    return form.usageOf(subcommand, shownPrefix(prefix, client.user.displayName));
  }

  #pluginsAt({ guildId }: BaseInteraction): PluginRecord[] {
    return this.#services.registry
      .list()
      .filter(({ state }) => state === 'loaded')
      .filter(
        ({ id }) => id === CORE_PLUGIN_ID || (guildId && this.#services.enablement.isEnabled(guildId, id)),
      )
      .toSorted(coreFirst);
  }

  #isOffered({ plugin, name, json }: PluginCommand, { guildId, user }: BaseInteraction): boolean {
    const { ownerIds, ownerGuildId } = this.#services;
    if (plugin === CORE_PLUGIN_ID && OWNER_COMMANDS.has(name))
      return guildId === (ownerGuildId ?? '') && ownerIds.has(user.id);
    return guildId !== null || !json.contexts || json.contexts.includes(InteractionContextType.BotDM);
  }

  async #mayUse({ node, memberPermissions }: HelpEntry, interaction: BaseInteraction): Promise<boolean> {
    if (node !== undefined) return this.#services.permissions.allowsInteraction(interaction, node);
    return memberPermissions === undefined || Boolean(interaction.memberPermissions?.has(memberPermissions));
  }
}

function coreFirst(a: PluginRecord, b: PluginRecord): number {
  const isCore = Number(b.id === CORE_PLUGIN_ID) - Number(a.id === CORE_PLUGIN_ID);
  return isCore || titleOf(a).localeCompare(titleOf(b));
}

function titleOf({ id, plugin }: PluginRecord): string {
  return plugin?.title ?? id;
}
