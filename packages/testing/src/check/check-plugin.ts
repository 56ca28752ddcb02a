import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TestBot } from '../test-bot.ts';
import { checkAcknowledgement } from './check-acknowledgement.ts';
import { checkCommands } from './check-commands.ts';
import { checkGuards } from './check-guards.ts';
import { checkKeywords } from './check-keywords.ts';
import { checkPacking, type PackingOptions } from './check-packing.ts';
import { checkSilence } from './check-silence.ts';
import { checkUnloading } from './check-unloading.ts';
import { checkDataRights } from './database/check-data-rights.ts';
import { checkMigrations } from './database/check-migrations.ts';
import type { Fault, Findings } from './fault.ts';
import { TimerWatch } from './timer-watch.ts';
import type { Specimen } from './specimen.ts';

export interface CheckOptions extends PackingOptions {
  /** Folders of the plugins that it requires. */
  readonly requires?: readonly string[];
}

/** The outcome of one check. */
export interface CheckResult extends Findings {
  /** What was looked at, in a few words. */
  readonly title: string;
}

/** Checks of a running plugin, in order: unloading comes last. */
const RUNNING_CHECKS: readonly (readonly [
  title: string,
  check: (specimen: Specimen) => Promise<Findings>,
])[] = [
  ['commands, as Discord takes them', checkCommands],
  ['who may use components and forms', checkGuards],
  ['acknowledgement of every command', checkAcknowledgement],
  ['silence where the plugin is off', checkSilence],
  ['migrations up, down and up again', checkMigrations],
  ['data rights', checkDataRights],
  ['nothing left after unloading', checkUnloading],
];

/** Puts the plugin in a folder through everything that a host expects of plugins. */
export async function checkPlugin(folder: string, options: CheckOptions = {}): Promise<CheckResult[]> {
  const directory = await realpath(resolve(folder));
  using timers = new TimerWatch(directory);
  await using bot = await TestBot.start({ pluginPaths: [directory, ...(options.requires ?? [])] });
  const record = bot.host.plugins.list().find(({ discovered }) => discovered.directory === directory);
  const failure = record?.failure;
  const results: CheckResult[] = [
    { title: 'package.json, manifest and loading', faults: failure ? [loadingFault(failure)] : [] },
  ];
  if (record?.plugin && record.state === 'loaded')
    for (const [title, check] of RUNNING_CHECKS)
      results.push({ title, ...(await check({ bot, plugin: record.plugin, timers })) });
  results.push({ title: 'keywords', ...(await checkKeywords(directory)) });
  results.push({ title: 'what is published', ...(await checkPacking(directory, options)) });
  return results;
}

/** Where the author of a plugin mends what the host refuses at a step. */
const PLACES: Readonly<Record<string, string>> = {
  discover: 'package.json',
  order: 'package.json',
  manifest: 'manifest',
  import: 'entry',
  migrate: 'manifest "migrations"',
  setup: 'manifest "setup"',
  pieces: 'manifest "pieces"',
  commands: 'manifest "pieces.commands"',
  jobs: 'manifest "jobs"',
  routes: 'manifest "routes"',
};

function loadingFault({ step, reason }: { readonly step: string; readonly reason: string }): Fault {
  return { where: PLACES[step] ?? step, message: reason };
}
