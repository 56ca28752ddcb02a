import { isDeepStrictEqual } from 'node:util';
import { UserError } from '@twi/sdk';
import type { Guild, Snowflake } from 'discord.js';
import { CORE_PLUGIN_ID } from '../../gate/core-plugin.ts';
import { checkValue } from '../../settings/fields/check-value.ts';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import { currentVersion, migrateValues } from '../../settings/settings-versions.ts';
import type { CoreServices } from '../core-services.ts';
import type { GuildPlugins } from '../guild-plugins.ts';
import { changedMeanwhile, invalidValues, unreadableFile } from './config-refusals.ts';
import type { ConfigTarget } from './config-target.ts';
import { withValues } from './field-values.ts';
import type { GuildConfig } from './guild-config.ts';
import type { ImportPlan, PlannedSettings } from './import-plan.ts';
import { parseSettingsFile, type SettingsFile, writeSettingsFile } from './settings-file.ts';

type FilePlugin = SettingsFile['plugins'][string];

export interface TransferParts {
  readonly config: GuildConfig;
  readonly plugins: GuildPlugins;
  readonly enablement: Pick<CoreServices['enablement'], 'isEnabled'>;
}

/** All settings of a server as one file, and back. */
export class SettingsTransfer {
  readonly #parts: TransferParts;

  constructor(parts: TransferParts) {
    this.#parts = parts;
  }

  /** The text of a file with all settings and which plugins are on. */
  async export(guildId: Snowflake): Promise<string> {
    const { config, plugins } = this.#parts;
    const overview = await config.overview(guildId);
    const settings = new Map(overview.map(({ target, state }) => [target.id, { target, state }]));
    const ids = [CORE_PLUGIN_ID, ...plugins.list(guildId).map(({ id }) => id)];
    const entries = ids.map((id): [string, FilePlugin] => {
      const known = settings.get(id);
      return [
        id,
        {
          ...(id !== CORE_PLUGIN_ID && { enabled: this.#parts.enablement.isEnabled(guildId, id) }),
          settingsVersion: known ? currentVersion(known.target.plugin) : 1,
          settings: { ...known?.state.values },
        },
      ];
    });
    return writeSettingsFile(Object.fromEntries(entries));
  }

  /**
   * What importing a file would change.
   *
   * @throws {UserError} naming everything in the file that is not accepted, and what is.
   */
  async plan(guild: Guild, text: string): Promise<ImportPlan> {
    const parsed = parseSettingsFile(text);
    if ('problem' in parsed) throw new UserError(unreadableFile(parsed.problem));
    const entries = Object.entries(parsed.file.plugins);
    const known = new Set([CORE_PLUGIN_ID, ...this.#parts.plugins.list(guild.id).map(({ id }) => id)]);
    const problems: string[] = [];
    const settings: PlannedSettings[] = [];
    for (const [id, entry] of entries.filter(([name]) => known.has(name))) {
      const planned = await this.#planSettings(guild, id, entry);
      if ('problems' in planned) problems.push(...planned.problems);
      else if (planned.values.size > 0) settings.push(planned);
    }
    const switches = this.#planSwitches(guild.id, entries);
    if (problems.length > 0) throw new UserError(invalidValues(problems));
    return { settings, ...switches, unknown: entries.map(([id]) => id).filter((id) => !known.has(id)) };
  }

  /**
   * Does what a plan says: all settings or none, then the plugins.
   *
   * @throws {UserError} `core.settings-changed-meanwhile` when a field is not what it was when the plan was made.
   */
  async apply(guild: Guild, plan: ImportPlan, byUserId: Snowflake): Promise<void> {
    const { config, plugins } = this.#parts;
    const edits = plan.settings.map(({ target, state, values }) => ({
      plugin: target.plugin,
      edit: (now: PlannedSettings['state']) => {
        const moved = [...values.keys()].filter(
          ({ name }) => !isDeepStrictEqual(state.values[name], now.values[name]),
        );
        if (moved.length > 0) throw new UserError(changedMeanwhile(moved));
        return withValues(now.stored, values);
      },
    }));
    await config.changeAll({ guild, byUserId }, 'core.settings-import', edits);
    for (const pluginId of plan.disable) await plugins.disable({ guildId: guild.id, pluginId, byUserId });
    for (const pluginId of plan.enable) await plugins.enable({ guildId: guild.id, pluginId, byUserId });
  }

  async #planSettings(
    guild: Guild,
    id: string,
    { settings, settingsVersion }: FilePlugin,
  ): Promise<PlannedSettings | { readonly problems: readonly string[] }> {
    const { config } = this.#parts;
    const target = config.targets().find((one) => one.id === id);
    if (!target) {
      const state = { revision: 0, values: {}, stored: {}, problems: [] };
      return { target: { id, title: id, plugin: { id }, fields: [] }, state, values: new Map() };
    }
    const current = currentVersion(target.plugin);
    if (settingsVersion > current)
      return {
        problems: [`\`${id}.settingsVersion\` takes at most ${current}: the file is of a newer version.`],
      };
    const state = await config.state(guild.id, target);
    const values = new Map<SettingField, unknown>();
    const problems: string[] = [];
    const migrated = readOlder(target, settings, settingsVersion);
    if (!migrated)
      return {
        problems: [`\`${id}.settings\` is of version ${settingsVersion} and cannot be read any more.`],
      };
    for (const [name, value] of Object.entries(migrated)) {
      const field = target.fields.find((one) => one.name === name);
      if (!field) {
        if (settingsVersion === current) problems.push(noSuchField(target, name));
      } else if (!isDeepStrictEqual(value, state.values[name])) {
        const checked = await checkValue(field, value, guild);
        if ('problem' in checked) problems.push(`${target.title}: ${checked.problem}`);
        else values.set(field, isDeepStrictEqual(value, field.default) ? undefined : checked.value);
      }
    }
    return problems.length > 0 ? { problems } : { target, state, values };
  }

  /** @throws {UserError} when a plugin cannot be switched on. */
  #planSwitches(
    guildId: Snowflake,
    entries: readonly (readonly [string, FilePlugin])[],
  ): Pick<ImportPlan, 'disable' | 'enable'> {
    const { enablement, plugins } = this.#parts;
    const ids = new Set(plugins.list(guildId).map(({ id }) => id));
    const wanted = entries.filter(([id, { enabled }]) => ids.has(id) && enabled !== undefined);
    const changing = wanted.filter(([id, { enabled }]) => enabled !== enablement.isEnabled(guildId, id));
    const enable = changing.filter(([, { enabled }]) => enabled).map(([id]) => id);
    const disable = changing.filter(([, { enabled }]) => !enabled).map(([id]) => id);
    return {
      enable: withOthers(enable, (id) => plugins.enabledWith(guildId, id)),
      disable: withOthers(disable, (id) => plugins.disabledWith(guildId, id)),
    };
  }
}

/** The ids with all that are switched with them, those first. */
function withOthers(
  ids: readonly string[],
  othersOf: (id: string) => readonly { readonly id: string }[],
): readonly string[] {
  return [...new Set(ids.flatMap((id) => [...othersOf(id).map((other) => other.id), id]))];
}

/** The file may hold anything, and a migration reads what its version stored. */
function readOlder(
  { plugin }: ConfigTarget,
  values: FilePlugin['settings'],
  version: number,
): Readonly<Record<string, unknown>> | undefined {
  try {
    return migrateValues(plugin, values, version);
  } catch {
    // Whoever imports hears of it.
    return undefined;
  }
}

const noSuchField = ({ title, fields }: ConfigTarget, name: string): string =>
  `${title} has no setting \`${name}\`. It has ${fields.map((field) => `\`${field.name}\``).join(', ')}.`;
