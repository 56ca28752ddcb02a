import { join } from 'node:path';
import { startEmbeddedPostgres } from '@twi/database';
import { environmentOrExit } from './exit.ts';
import { exitWith } from './exit-with.ts';
import { dataDirectory } from './host-options.ts';
import { announceSandbox, openSandbox } from './sandbox.ts';
import { stopOnSignals } from './signals.ts';
import { SupervisedBot } from './supervised-bot.ts';
import { watchSources } from './watch-sources.ts';

const environment = environmentOrExit();
const dataDir = dataDirectory(environment);
// Both outlive the bot's restarts, so that the scene and the tables stay while the code changes.
const sandbox = environment.DISCORD_TOKEN ? undefined : await openSandbox(environment).catch(exitWith);
const postgres = environment.DATABASE_URL
  ? undefined
  : await startEmbeddedPostgres({ dataDir }).catch(exitWith);

const bot = new SupervisedBot({
  environment: {
    ...process.env,
    // What did not change need not be compiled again.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(dataDir, 'compile-cache'),
    ...(sandbox && {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      OWNER_GUILD_ID: environment.OWNER_GUILD_ID ?? sandbox.ownerGuildId,
      OWNER_IDS: (environment.OWNER_IDS ?? sandbox.ownerIds)?.join(),
    }),
    ...(postgres && { DATABASE_URL: postgres.url }),
  },
  tellCommands: (groups) => sandbox?.describeCommands(groups),
});
const unwatch = watchSources(environment.PLUGIN_PATHS ?? [], (changes) => bot.apply(changes));

stopOnSignals(async () => {
  unwatch();
  await bot.stop();
  await sandbox?.close();
  await postgres?.stop();
});

if (sandbox) await announceSandbox(sandbox);
