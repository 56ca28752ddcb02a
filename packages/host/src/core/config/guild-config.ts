import { isDeepStrictEqual } from 'node:util';
import type { Page, SettingsRevision } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Guild, Snowflake } from 'discord.js';
import { CORE_PLUGIN_ID } from '../../gate/core-plugin.ts';
import { changedFields } from '../../settings/changed-fields.ts';
import { checkTyped } from '../../settings/fields/check-value.ts';
import { describeFields } from '../../settings/fields/describe-fields.ts';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import type { ChangedSettings, SettingsAction, SettingsEdit } from '../../settings/settings-change.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import type { CoreServices } from '../core-services.ts';
import { noSuchPlugin } from '../errors.ts';
import {
  changedMeanwhile,
  invalidValues,
  noSettings,
  noSuchRevision,
  noSuchSetting,
} from './config-refusals.ts';
import type { ConfigTarget } from './config-target.ts';
import { type FieldValues, withDefaults, withValues } from './field-values.ts';

/** Who changes the settings of what, where. */
export interface ConfigRequest {
  readonly guild: Guild;
  readonly target: ConfigTarget;
  readonly byUserId: Snowflake;
}

export interface ConfigOverview {
  readonly target: ConfigTarget;
  readonly state: SettingsState;
}

export interface HistoryPage {
  readonly page: Page<SettingsRevision>;
  /** What held at each revision of the page and at the one before it. */
  readonly states: ReadonlyMap<number, SettingsState>;
}

/** Which revisions of a plugin's settings a change lies between. */
export interface RevisionSpan {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const HISTORY_PAGE = 5;

/** The settings of a server: of the bot itself and of its plugins. */
export class GuildConfig {
  readonly #services: Pick<CoreServices, 'registry' | 'settings'>;

  constructor(services: Pick<CoreServices, 'registry' | 'settings'>) {
    this.#services = services;
  }

  /** What can be configured, core first. Plugins that are off count: one may set them up before switching them on. */
  targets(): ConfigTarget[] {
    return this.#services.registry
      .list()
      .flatMap(({ plugin }) => {
        const fields = describeFields(plugin?.settings);
        return plugin && fields.length > 0 ? [{ id: plugin.id, title: plugin.title, plugin, fields }] : [];
      })
      .toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
  }

  /**
   * @param typed a plugin's id or title.
   * @throws {UserError} `core.no-such-plugin`, `core.no-settings`
   */
  target(typed: string): ConfigTarget {
    const wanted = typed.trim().toLowerCase();
    const isWanted = ({ id, title }: { readonly id: string; readonly title: string }): boolean =>
      id === wanted || title.toLowerCase() === wanted;
    const found = this.targets().find(isWanted);
    if (found) return found;
    const bare = this.#services.registry
      .list()
      .find(({ id, plugin }) => isWanted({ id, title: plugin?.title ?? id }));
    throw new UserError(bare ? noSettings(bare.plugin?.title ?? bare.id) : noSuchPlugin(typed));
  }

  /** @throws {UserError} `core.no-such-setting` */
  field({ fields, title }: ConfigTarget, typed: string): SettingField {
    const wanted = typed.trim().toLowerCase();
    const found = fields.find(
      (field) => field.name.toLowerCase() === wanted || field.title.toLowerCase() === wanted,
    );
    if (!found) throw new UserError(noSuchSetting(title, typed));
    return found;
  }

  state(guildId: Snowflake, { plugin }: ConfigTarget): Promise<SettingsState> {
    return this.#services.settings.state(guildId, plugin);
  }

  /** What can be configured, with what holds. */
  overview(guildId: Snowflake): Promise<readonly ConfigOverview[]> {
    return Promise.all(
      this.targets().map(async (target) => ({ target, state: await this.state(guildId, target) })),
    );
  }

  /** @throws {UserError} `core.no-such-revision` */
  async stateAt(guildId: Snowflake, { plugin }: ConfigTarget, revision: number): Promise<SettingsState> {
    const state = await this.#services.settings.stateAt(guildId, plugin, revision);
    if (!state) throw new UserError(noSuchRevision(revision));
    return state;
  }

  /**
   * Sets a field to what somebody typed.
   *
   * @throws {UserError} `core.invalid-settings` naming the field and what it accepts.
   */
  async setTyped(
    request: ConfigRequest,
    field: SettingField,
    typed: string,
  ): Promise<ChangedSettings | undefined> {
    const checked = await checkTyped(field, typed, request.guild);
    if ('problem' in checked) throw new UserError(invalidValues([checked.problem]));
    return this.setValues(request, { values: new Map([[field, checked.value]]) });
  }

  /**
   * Sets fields to values that were checked; `undefined` gives a field its default. Other fields stay as they are at that
   * moment, whatever was seen before.
   *
   * @param seen what the person saw when they decided; absent: whatever holds is replaced.
   * @throws {UserError} `core.settings-changed-meanwhile` when one of the fields is not what they saw.
   */
  setValues(
    request: ConfigRequest,
    { values, seen }: { readonly values: FieldValues; readonly seen?: SettingsState },
  ): Promise<ChangedSettings | undefined> {
    return this.#change(request, 'core.settings-set', (state) => {
      if (seen) assertUnchanged([...values.keys()], seen, state);
      return withValues(state.stored, values);
    });
  }

  /** Gives fields their defaults; all of them without `field`. */
  reset(request: ConfigRequest, field?: SettingField): Promise<ChangedSettings | undefined> {
    return this.#change(request, 'core.settings-reset', ({ stored }) =>
      field ? withDefaults(stored, [field]) : {},
    );
  }

  /** Goes back to what held at a revision. */
  async revert(request: ConfigRequest, revision: number): Promise<ChangedSettings | undefined> {
    const { stored } = await this.stateAt(request.guild.id, request.target, revision);
    return this.#change(request, 'core.settings-revert', () => stored);
  }

  /** A page of what was changed, newest first. */
  async history(guildId: Snowflake, target: ConfigTarget, cursor?: string): Promise<HistoryPage> {
    const page = await this.#services.settings.history(guildId, target.id, { limit: HISTORY_PAGE, cursor });
    const revisions = new Set(page.rows.flatMap(({ revision }) => [revision - 1, revision]));
    const states = await Promise.all(
      Array.from(
        revisions,
        async (revision) => [revision, await this.stateAt(guildId, target, revision)] as const,
      ),
    );
    return { page, states: new Map(states) };
  }

  /** Changes several plugins, all or none. */
  changeAll(
    { guild, byUserId }: Omit<ConfigRequest, 'target'>,
    action: SettingsAction,
    edits: readonly SettingsEdit[],
  ): Promise<readonly ChangedSettings[]> {
    return this.#services.settings.change({ guildId: guild.id, byUserId, action, edits });
  }

  /**
   * Takes changes back: each field that lies between the revisions gets what it had.
   *
   * @throws {UserError} `core.settings-changed-meanwhile` when one of them was changed again since.
   */
  async takeBack(
    { guild, byUserId }: Omit<ConfigRequest, 'target'>,
    spans: readonly RevisionSpan[],
  ): Promise<readonly ChangedSettings[]> {
    const edits = await Promise.all(
      spans.map(async ({ id, from, to }): Promise<SettingsEdit> => {
        const target = this.target(id);
        const goal = await this.stateAt(guild.id, target, from);
        const seen = await this.stateAt(guild.id, target, to);
        const fields = changedFields(target.fields, goal, seen);
        const values = new Map(fields.map((field) => [field, goal.stored[field.name]]));
        const edit = (state: SettingsState): Readonly<Record<string, unknown>> => {
          assertUnchanged(fields, seen, state);
          return withValues(state.stored, values);
        };
        return { plugin: target.plugin, edit };
      }),
    );
    return this.changeAll({ guild, byUserId }, 'core.settings-revert', edits);
  }

  async #change(
    { guild, target, byUserId }: ConfigRequest,
    action: SettingsAction,
    edit: SettingsEdit['edit'],
  ): Promise<ChangedSettings | undefined> {
    const [changed] = await this.changeAll({ guild, byUserId }, action, [{ plugin: target.plugin, edit }]);
    return changed;
  }
}

const rank = ({ id }: ConfigTarget): number => (id === CORE_PLUGIN_ID ? 0 : 1);

function assertUnchanged(fields: readonly SettingField[], seen: SettingsState, now: SettingsState): void {
  const moved = fields.filter(({ name }) => !isDeepStrictEqual(seen.values[name], now.values[name]));
  if (moved.length > 0) throw new UserError(changedMeanwhile(moved));
}
