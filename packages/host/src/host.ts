import { container } from '@sapphire/pieces';
import { CommandSyncRepository, type DatabaseHandle, startDatabase } from '@twi/database';
import { buildClient } from './client/build-client.ts';
import { keepCommands } from './client/keep-commands.ts';
import { keepGuildRows } from './client/guild-rows.ts';
import { logIn } from './client/log-in.ts';
import { isGatewayReady, shardStatuses } from './client/shard-statuses.ts';
import { watchProcess } from './client/watch-errors.ts';
import { reconcilerDiscord } from './commands/client-discord.ts';
import { CommandReconciler } from './commands/command-reconciler.ts';
import { createCorePlugin } from './core/plugin.ts';
import { readAppVersion } from './discovery/app-version.ts';
import { givenPlugin } from './discovery/discover.ts';
import { readSdkVersion } from './discovery/sdk-version.ts';
import { HttpServer } from './http/http-server.ts';
import { PluginRoutes } from './http/plugin-routes.ts';
import { PrometheusMetrics } from './http/prometheus-metrics.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { createRegistry } from './lifecycle/create-registry.ts';
import { PluginDirectories } from './lifecycle/plugin-directories.ts';
import { PluginImporter } from './lifecycle/plugin-importer.ts';
import { PluginRecords } from './lifecycle/plugin-records.ts';
import { Scope } from './lifecycle/scope.ts';
import { createLog, type Log } from './log.ts';
import type { HostOptions } from './options.ts';
import { drain, DRAIN_TIMEOUT_MS, type Host } from './running-host.ts';
import { createRuntime } from './runtime.ts';
import { StartUp } from './start-up.ts';

const UNLOAD_ALL_MS = 20_000;
const CLOSE_DATABASE_MS = 20_000;
const HTTP_GRACE_MS = 3_000;

/**
 * Starts a bot: database, plugins, connection to Discord, commands. A plugin that fails stays out; the rest runs.
 *
 * @throws {Error} when the database, the login or the HTTP port fails; nothing is left open then.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const log = createLog(options);
  const scope = new Scope({
    onProblem: (what, error) => log.logger.warn(`While stopping, ${what} failed.`, error),
  });
  try {
    return await start(options, log, scope);
  } catch (error) {
    await scope.dispose();
    throw error;
  }
}

/** Each step hands its undoing to `scope`, which runs it in reverse. */
async function start(options: HostOptions, log: Log, scope: Scope): Promise<Host> {
  const { logger } = log;
  const startUp = new StartUp();
  const metrics = new PrometheusMetrics();
  const records = new PluginRecords();
  const directories = new PluginDirectories();
  const ownerIds = new Set(options.ownerIds);
  let isStopping = false;
  const stop = (reason: string): Promise<void> => {
    if (!isStopping) logger.info(`Stopping: ${reason}.`);
    isStopping = true;
    return scope.dispose();
  };

  const version = await readAppVersion(options.appDirectory);
  const database = await startUp.step('database', () => openDatabase(options, log, scope));
  const runtime = await startUp.step('runtime', () =>
    createRuntime({ ...log, database, records, metrics, ownerIds }, scope),
  );
  const { errors, gate, dispatcher, enablement } = runtime;
  const processErrors = watchProcess(
    { errors, directories, logger, onFatal: options.onFatal ?? stopForGood(stop) },
    scope,
  );

  const importer = new PluginImporter({ ...options, sdkVersion: readSdkVersion(), directories });
  const found = await startUp.step('import', () => importer.importAll());

  const client = await startUp.step('client', () =>
    buildClient({ options, found, log, database, runtime, records, metrics, processErrors }, scope),
  );
  const jobs = new JobQueue({ databaseUrl: database.url, gate, dispatcher, container, logger });
  scope.defer('stopping the jobs', () => jobs.stop(0));
  await startUp.step('jobs', () => jobs.start());

  const routes = new PluginRoutes({ gate, dispatcher, container });
  const plugins = createRegistry({ client, database, records, importer, runtime, jobs, routes, logger });
  const reconciler = new CommandReconciler({
    plugins: records,
    enablement,
    discord: reconcilerDiscord(client),
    store: new CommandSyncRepository(database.db),
    logger,
    ownerGuildId: options.ownerGuildId,
  });
  scope.defer('unloading the plugins', () => plugins.unloadAll(), UNLOAD_ALL_MS);
  const core = createCorePlugin({
    ...runtime,
    ownerGuildId: options.ownerGuildId,
    registry: plugins,
    reconciler,
    jobs,
    database,
    ownerIds,
    version,
  });
  await startUp.step('plugins', () =>
    plugins.loadAll([{ discovered: givenPlugin({ plugin: core, version }), plugin: core }, ...found]),
  );

  let isStarted = false;
  const http = await startUp.step('http', () => {
    metrics.observe({
      pool: () => database.pool(),
      caches: () => database.cache.stats(),
      jobs: () => jobs.counts(),
      shards: () => shardStatuses(client),
      guilds: () => client.guilds.cache.size,
    });
    const health = {
      database: () => database.ping(),
      isGatewayReady: () => isGatewayReady(client),
      isStarted: () => isStarted,
    };
    return options.httpPort === undefined
      ? undefined
      : HttpServer.start({ port: options.httpPort, metrics, health, routes });
  });
  if (http) scope.defer('closing the HTTP server', () => http.stop(HTTP_GRACE_MS), HTTP_GRACE_MS + 1_000);

  const online = await startUp.step('login', () => logIn(client, options.token, { ownerIds, logger }));
  await startUp.step('guilds', () => keepGuildRows(online, database, logger));
  await startUp.step('commands', () =>
    keepCommands({ client: online, registry: plugins, enablement, reconciler, logger }, scope),
  );
  scope.defer(
    'letting work finish',
    () => drain({ client, dispatcher, plugins, jobs, logger }),
    DRAIN_TIMEOUT_MS,
  );
  isStarted = true;
  logger.info(`Up in ${startUp.summary()}.`);

  const { timings } = startUp;
  return {
    client: online,
    plugins,
    database,
    gate,
    enablement,
    reconciler,
    jobs,
    httpPort: http?.port,
    timings,
    stop,
  };
}

async function openDatabase(options: HostOptions, { logger }: Log, scope: Scope): Promise<DatabaseHandle> {
  const database = await startDatabase({ url: options.databaseUrl, dataDir: options.dataDir, logger });
  scope.defer('closing the database', () => database.close(), CLOSE_DATABASE_MS);
  return database;
}

/** The state of the process is unknown, so it ends, with the little order that can be kept. */
function stopForGood(stop: Host['stop']): () => void {
  return () => {
    process.exitCode = 1;
    void stop('an exception was not caught');
  };
}
