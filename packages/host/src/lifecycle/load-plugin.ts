import type { Piece } from '@sapphire/pieces';
import { container } from '@sapphire/pieces';
import type { DatabaseHandle } from '@twi/database';
import type { Plugin, PluginContext } from '@twi/sdk';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { checkNodes } from './check-nodes.ts';
import { insertPiece, removePiece } from './insert-piece.ts';
import { loadStep } from './load-error.ts';
import type { Scope } from './scope.ts';
import { routeCommands, stageCommands, unrouteCommands } from './register-commands.ts';
import { type StagedPiece, stagePieces } from './stage-pieces.ts';
import { addTextForms } from '../text/text-forms.ts';
import { withTimeout } from './with-timeout.ts';

const SETUP_TIMEOUT_MS = 10_000;
/** Running jobs get some time to end. */
const JOBS_TIMEOUT_MS = 10_000;

/** The parts of the host that a plugin is plugged into. */
export interface LoadEnvironment {
  readonly database: Pick<DatabaseHandle, 'migratePlugin'>;
  /** The version of a plugin's package. */
  readonly versionOf: (pluginId: string) => string | undefined;
  /** Puts the gate in front of a piece. */
  readonly wrapPiece: (piece: Piece, plugin: Plugin) => void;
  /** Remembers what a plugin declares about the data of people and guilds. */
  readonly declareData: (plugin: Plugin) => Promise<void>;
  readonly createContext: (plugin: Plugin, scope: Scope) => PluginContext;
  readonly locales: Attachable;
  readonly jobs: Attachable;
  readonly routes: Attachable;
}

/** A place where a plugin's things are while it is loaded. */
interface Attachable {
  add(plugin: Plugin): void | Promise<void>;
  remove(pluginId: string): void | Promise<void>;
}

/** What loading a plugin made, beyond what its scope undoes. */
export interface LoadedPlugin {
  readonly service: unknown;
  readonly pieces: readonly Piece[];
  readonly commands: readonly PluginCommand[];
}

/**
 * Takes a plugin from its manifest to work. Whatever was done is in `scope`, also when this throws: the caller
 * disposes it.
 *
 * @throws {PluginLoadError} naming the step that failed.
 */
export async function loadPlugin(
  plugin: Plugin,
  scope: Scope,
  environment: LoadEnvironment,
): Promise<LoadedPlugin> {
  const { id, migrations } = plugin;
  const { database, jobs, locales, routes } = environment;
  const context = environment.createContext(plugin, scope);

  scope.defer('forgetting its words', () => locales.remove(id));
  await locales.add(plugin);
  if (migrations)
    await loadStep('migrate', id, () => database.migratePlugin(id, migrations, environment.versionOf(id)));
  await loadStep('manifest', id, () => environment.declareData(plugin));
  const service = await loadStep('setup', id, () => setUp(plugin, context, scope));
  const staged = await loadStep('pieces', id, () => stage(plugin, context, scope));
  const commands = await loadStep('commands', id, () => stageCommands(plugin, staged));
  addTextForms(commands);
  await loadStep('pieces', id, () => insert(staged, plugin, environment));
  scope.defer('removing command names', () => unrouteCommands(commands));
  routeCommands(commands);
  scope.defer('stopping jobs', () => jobs.remove(id), JOBS_TIMEOUT_MS);
  await loadStep('jobs', id, () => jobs.add(plugin));
  scope.defer('removing routes', () => routes.remove(id));
  await loadStep('routes', id, () => routes.add(plugin));

  return { service, pieces: staged.map(({ piece }) => piece), commands };
}

async function setUp(plugin: Plugin, context: PluginContext, scope: Scope): Promise<unknown> {
  if (!plugin.setup) return undefined;
  // The container's types know the service of each plugin; the host handles all alike.
  const service: unknown = await withTimeout<unknown>(plugin.setup(context), {
    ms: SETUP_TIMEOUT_MS,
    what: `setup of "${plugin.id}"`,
  });
  Object.assign(container, { [plugin.id]: service });
  scope.defer('removing the service', () => Reflect.deleteProperty(container, plugin.id));
  return service;
}

function stage(plugin: Plugin, context: PluginContext, scope: Scope): StagedPiece[] {
  const staged = stagePieces(plugin, context, (entry) =>
    scope.defer(`removing the piece "${entry.name}"`, () => removePiece(entry)),
  );
  checkNodes(
    plugin,
    staged.map(({ piece }) => piece),
  );
  return staged;
}

/** One after the other: a command may rely on a precondition that is inserted before it. */
async function insert(
  staged: readonly StagedPiece[],
  plugin: Plugin,
  { wrapPiece }: LoadEnvironment,
): Promise<void> {
  for (const entry of staged) {
    wrapPiece(entry.piece, plugin);
    await insertPiece(entry);
  }
}
