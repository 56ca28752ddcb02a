import type { Container, Piece } from '@sapphire/pieces';
import type { Command, InteractionHandler, Listener, Precondition } from '@sapphire/framework';
import type { DataRights, Migrations } from '@twi/database';
import type { GatewayIntentBits, PermissionsString } from 'discord.js';
import type { PluginContext } from './context.ts';
import type { PluginJobs } from './job.ts';
import type { PluginLocales } from './localisation/catalogue.ts';
import type { SettingsMigration } from './settings/settings-migration.ts';
import type { SettingsSchema } from './settings/settings-schema.ts';
import type { PermissionNode } from './permission-node.ts';
import type { PluginReversals } from './reversal.ts';
import type { Route } from './route.ts';

/**
 * The class of a piece, as listed in a manifest. The host constructs it with the loader context that Sapphire
 * defines for its store.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- every store has a loader context of its own; the host hands in the right one
export type PieceClass<T extends Piece<any, any>> = new (context: any) => T;

/** The pieces of a plugin by name: what Sapphire would otherwise find by scanning folders. */
export interface PluginPieces {
  /** Keyed by the name that people type: the names of commands are Discord's, so they carry no prefix. */
  readonly commands?: Readonly<Record<string, PieceClass<Command>>>;
  /** Keyed by event and purpose (`member-ban-open-case`); the host prefixes the plugin's id. */
  readonly listeners?: Readonly<Record<string, PieceClass<Listener>>>;
  /** Keyed by name; commands refer to them as `<plugin>/<name>`. */
  readonly preconditions?: Readonly<Record<string, PieceClass<Precondition>>>;
  /** Keyed by the name that their custom ids carry (see `customId`). */
  readonly interactionHandlers?: Readonly<Record<string, PieceClass<InteractionHandler>>>;
}

/** Name of a service: the id of the plugin that offers it, when its package augments `PluginServices`. */
export type ServiceOf<Id extends string> = Id extends keyof Container ? Container[Id] : unknown;

/** What a plugin is: a table of contents that the host reads before it runs any of it. */
export interface PluginManifest<
  Id extends string = string,
  Settings extends SettingsSchema = SettingsSchema,
  Jobs extends PluginJobs = PluginJobs,
> {
  /** Lower-case words joined by hyphens, at most 32 characters; the same as `twi.id` in `package.json`. */
  readonly id: Id;
  /** What people call it, at most 45 characters. */
  readonly title: string;
  /** One sentence for server owners, at most 100 characters. */
  readonly description: string;
  /** Gateway intents that its listeners need; the client is built with the union of all plugins'. */
  readonly intents?: readonly GatewayIntentBits[];
  /** Discord permissions that the bot needs in a guild for this plugin; shown to owners, checked per guild. */
  readonly permissions?: readonly PermissionsString[];
  /** Permission nodes that its commands are guarded by, named `<plugin>.<verb>`. */
  readonly nodes?: Readonly<Record<string, PermissionNode>>;
  /** How its audited actions are undone and repeated, keyed by action (`<plugin>.<verb>`). */
  readonly reversals?: PluginReversals;
  /** Settings per guild. Each field carries `.meta({ title, description })` and a default. */
  readonly settings?: Settings;
  /**
   * How what earlier versions stored is read: the n-th turns the values of version n into those of version n + 1. The
   * version of `settings` is one more than there are migrations, so that a migration is only ever added at the end.
   */
  readonly settingsMigrations?: readonly SettingsMigration[];
  /** What each of its tables keeps about guilds and people, and what erasing means, keyed by table name. */
  readonly tables?: DataRights;
  /** Its migrations, ordered by name; they run in the plugin's own PostgreSQL schema. */
  readonly migrations?: Migrations;
  readonly pieces?: PluginPieces;
  /** Its words by Discord's locales, English always; read through `translator`. */
  readonly locales?: PluginLocales;
  readonly jobs?: Jobs;
  /** HTTP routes under `/plugins/<id>/` of the bot's HTTP port. */
  readonly routes?: Readonly<Record<string, Route>>;
  /**
   * Makes the plugin's service: what it can do, for its own pieces (at `container.<id>`) and for other plugins
   * (through `services.get`). Runs once per load, after the migrations and before the pieces are loaded.
   */
  setup?(context: PluginContext<Id, Settings, Jobs>): ServiceOf<Id> | Promise<ServiceOf<Id>>;
}

const BRAND = Symbol.for('twi.plugin');

/** A manifest that went through {@link definePlugin}. */
export type Plugin = PluginManifest & { readonly [BRAND]: true };

/**
 * Declares a plugin. Export the result from the package's entry; the host finds it by its brand, whatever its name.
 *
 * @example
 * export const greeterPlugin = definePlugin({
 *   id: 'greeter',
 *   title: 'Greeter',
 *   description: 'Says hello.',
 *   pieces: { commands: { hello: HelloCommand } },
 * });
 */
export function definePlugin<
  const Id extends string,
  Settings extends SettingsSchema = SettingsSchema,
  Jobs extends PluginJobs = PluginJobs,
>(manifest: PluginManifest<Id, Settings, Jobs>): Plugin {
  // The host handles plugins of every id alike, so the parameters that typed the author's code end here.
  return Object.freeze({ ...(manifest as unknown as PluginManifest), [BRAND]: true as const });
}

/** Tells whether a value is a plugin made by {@link definePlugin}, in whichever copy of this package. */
export function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && (value as Partial<Plugin>)[BRAND] === true;
}
