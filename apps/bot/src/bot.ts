import { describeCommands } from './describe-commands.ts';
import { environmentOrExit } from './exit.ts';
import { stopOnSignals } from './signals.ts';
import { startBot } from './start-bot.ts';

const environment = environmentOrExit();

// Without a token the bot logs in to a local Discord instead, so that anybody can try it at once.
const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = environment;
// It is imported only where it is needed, as that takes a while.
const local = token ? undefined : await import('./sandbox.ts');
const sandbox = await local?.openSandbox(environment).catch(exitWith);
const discord = sandbox ?? { token: token ?? '', apiUrl };

const starting = startBot(environment, discord);

// From the first moment: a start that is broken off would leave its database running.
stopOnSignals(async (reason) => {
  await (await starting).stop(reason);
  await sandbox?.close();
});

const host = await starting.catch(exitWith);

if (sandbox) describeCommands(host.plugins, sandbox.describeCommands);
if (sandbox) await local?.announceSandbox(sandbox);

/** What it knows of errors is imported when there is one. */
async function exitWith(error: unknown): Promise<never> {
  const exit = await import('./exit-with.ts');
  return exit.exitWith(error);
}
