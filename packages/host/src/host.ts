import { container } from '@sapphire/pieces';
import { startDatabase } from '@twi/database';
import { buildClient } from './client/build-client.ts';
import { keepGuildRows } from './client/guild-rows.ts';
import { keepCommands } from './client/keep-commands.ts';
import { logIn } from './client/log-in.ts';
import { type OwnShards, ownShards } from './client/own-shards.ts';
import { watchProcess } from './client/watch-errors.ts';
import { readAppVersion } from './discovery/app-version.ts';
import { readSdkVersion } from './discovery/sdk-version.ts';
import { PluginRoutes } from './http/plugin-routes.ts';
import { PrometheusMetrics } from './http/prometheus-metrics.ts';
import { JOBS_SCHEMA } from './jobs/create-boss.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { keepCommandRows } from './lifecycle/keep-command-rows.ts';
import { PluginDirectories } from './lifecycle/plugin-directories.ts';
import { PluginImporter } from './lifecycle/plugin-importer.ts';
import { PluginRecords } from './lifecycle/plugin-records.ts';
import { createOutgoing } from './outgoing/create-outgoing.ts';
import { keepOperatorsTold } from './errors/keep-operators-told.ts';
import { Scope } from './lifecycle/scope.ts';
import { createLog, type Log } from './log.ts';
import type { HostOptions } from './options.ts';
import { createPlugins } from './plugins.ts';
import { drain, DRAIN_TIMEOUT_MS, type Host } from './running-host.ts';
import { createRuntime } from './runtime.ts';
import { serveHttp } from './serve-http.ts';
import { StartUp } from './start-up.ts';

const CLOSE_DATABASE_MS = 20_000;
const UNLOAD_ALL_MS = 20_000;
const NO_SHARDS: OwnShards = { count: 1, ids: [] };

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

/** The order of things. What a step sets up, it hands to `scope`, which undoes it in reverse. */
async function start(options: HostOptions, log: Log, scope: Scope): Promise<Host> {
  const { logger } = log;
  const startUp = new StartUp();
  const metrics = new PrometheusMetrics();
  const records = new PluginRecords();
  const directories = new PluginDirectories();
  const ownerIds = new Set(options.ownerIds);
  const version = await readAppVersion(options.appDirectory);
  const stop = stopper(log, scope);

  const database = await startUp.step('database', () =>
    startDatabase({
      url: options.databaseUrl,
      server: options.databaseServer,
      dataDir: options.dataDir,
      logger,
    }),
  );
  scope.defer('closing the database', () => database.close(), CLOSE_DATABASE_MS);

  const runtime = await startUp.step('runtime', () =>
    createRuntime({ ...log, database, records, metrics, ownerIds, options }, scope),
  );
  const { errors, gate, dispatcher, enablement } = runtime;
  const onFatal = options.onFatal ?? stopForGood(stop);
  const processErrors = watchProcess({ errors, directories, logger, onFatal }, scope);

  const importer = new PluginImporter({ ...options, sdkVersion: readSdkVersion(), directories });
  const found = await startUp.step('import', () => importer.importAll());

  const client = await startUp.step('client', () =>
    buildClient({ options, database, found, log, runtime, records, metrics, processErrors }, scope),
  );

  // Before it is ready, the client knows no guild.
  const shards = () => (client.isReady() ? ownShards(client) : NO_SHARDS);
  const jobs = new JobQueue({ databaseUrl: database.url, gate, dispatcher, container, shards, logger });
  scope.defer('stopping the jobs', () => jobs.stop(0));
  // Where the bot was before, its queues are there, and what is done with them can wait until the bot is up.
  if (!database.hasSchema(JOBS_SCHEMA)) await startUp.step('jobs', () => jobs.start());

  const routes = new PluginRoutes({ gate, dispatcher, container });
  const outgoing = createOutgoing(options, { version, metrics });
  const { promise: up, resolve: comeUp } = Promise.withResolvers<void>();
  const parts = {
    client,
    database,
    importer,
    jobs,
    logger,
    outgoing,
    ownerIds,
    records,
    routes,
    runtime,
    up,
    version,
  };
  const { core, plugins, reconciler } = createPlugins({ ...parts, options });
  scope.defer('unloading the plugins', () => plugins.unloadAll(), UNLOAD_ALL_MS);
  await startUp.step('plugins', () => plugins.loadAll([core, ...found]));
  await keepCommandRows({ registry: plugins, database, logger });

  const http = await startUp.step('http', () =>
    serveHttp({ port: options.httpPort, client, database, jobs, metrics, routes }, scope),
  );

  const online = await startUp.step('login', () => logIn(client, options.token, { ownerIds, logger }));
  await startUp.step('guilds', () => keepGuildRows(online, database, logger));
  await startUp.step('commands', () =>
    keepCommands({ client: online, registry: plugins, enablement, reconciler, logger }, scope),
  );
  keepOperatorsTold({ client, database, records, runtime, options, logger });
  const work = { client, dispatcher, plugins, jobs, logger };
  scope.defer('letting work finish', () => drain(work), DRAIN_TIMEOUT_MS);
  http.setStarted();
  runtime.loopMonitor.begin();
  logger.info(`Up in ${startUp.summary()}.`);
  comeUp();
  const ending = new AbortController();
  scope.defer('no longer trying to start the jobs', () => ending.abort());
  void startJobs({ jobs, logger, signal: ending.signal });

  const { timings } = startUp;
  const httpPort = http.port;
  return { client: online, plugins, database, gate, enablement, reconciler, jobs, httpPort, timings, stop };
}

function stopper({ logger }: Log, scope: Scope): Host['stop'] {
  let isStopping = false;
  return (reason) => {
    if (!isStopping) logger.info(`Stopping: ${reason}.`);
    isStopping = true;
    return scope.dispose();
  };
}

/** The process cannot go on, so it ends, with the little order that can be kept. */
function stopForGood(stop: Host['stop']): () => void {
  return () => {
    process.exitCode = 1;
    void stop('it cannot go on');
  };
}
