import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@twi/database';
import { hearCommands } from './describe-commands.ts';
import { environmentOrExit, exitWith } from './exit.ts';
import { dataDirectory } from './host-options.ts';
import { announceSandbox, openSandbox } from './sandbox.ts';
import { stopOnSignals } from './signals.ts';

const ROOT = join(import.meta.dirname, '../../..');
const WATCHED = ['apps/bot', 'packages', 'plugins'];
const SOURCE = /\/src\/.*\.(?:ts|json)$|package\.json$/;
/** Editors write a file in several steps; one restart is enough for them all. */
const SETTLE_MS = 100;

const environment = environmentOrExit();
// Both outlive the bot's restarts, so that the scene and the tables stay while the code changes.
const sandbox = environment.DISCORD_TOKEN ? undefined : await openSandbox(environment).catch(exitWith);
const postgres = environment.DATABASE_URL
  ? undefined
  : await startEmbeddedPostgres({ dataDir: dataDirectory(environment) }).catch(exitWith);

let bot = startBot();
let restarting = Promise.resolve();
let settle: NodeJS.Timeout | undefined;

const watchers = WATCHED.map((folder) =>
  watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
    if (!file || file.includes('node_modules') || !SOURCE.test(`/${file}`)) return;
    clearTimeout(settle);
    settle = setTimeout(() => {
      restarting = restarting.then(() => restart(file));
    }, SETTLE_MS);
  }),
);

stopOnSignals(async () => {
  for (const watcher of watchers) watcher.close();
  await stopBot(bot);
  await sandbox?.close();
  await postgres?.stop();
});

if (sandbox) await announceSandbox(sandbox);

function startBot(): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=source', join(import.meta.dirname, 'main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...(sandbox && { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl }),
      ...(sandbox && {
        OWNER_GUILD_ID: environment.OWNER_GUILD_ID ?? sandbox.ownerGuildId,
        OWNER_IDS: (environment.OWNER_IDS ?? sandbox.ownerIds)?.join(),
      }),
      ...(postgres && { DATABASE_URL: postgres.url }),
    },
  });
  if (sandbox) hearCommands(child, sandbox.describeCommands);
  return child;
}

async function restart(file: string): Promise<void> {
  console.log(`\n${file} changed, restarting the bot.`);
  await stopBot(bot);
  bot = startBot();
}

async function stopBot(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
