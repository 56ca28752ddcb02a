// The bot as the supervisor of `npm run dev` starts it.
import { flushCompileCache } from 'node:module';
import { startHost } from '@twi/host';
import { describeCommands } from './describe-commands.ts';
import { environmentOrExit } from './exit.ts';
import { exitWith } from './exit-with.ts';
import { hostOptions } from './host-options.ts';
import { reloadPlugins } from './reload-plugins.ts';
import { stopOnSignals } from './signals.ts';
import { parseChangeOrder, report } from './supervision.ts';

const environment = environmentOrExit();
const { DISCORD_TOKEN: token = '', DISCORD_API_URL: apiUrl } = environment;

const starting = startHost(hostOptions(environment, { token, apiUrl }));

stopOnSignals(async (reason) => (await starting).stop(reason));

const host = await starting.catch(exitWith);

process.on('message', (message) => {
  const order = parseChangeOrder(message);
  if (order) void applyChange(order.changed);
});
describeCommands(host.plugins, (groups) => report({ type: 'commands', groups }));
flushCompileCache();

async function applyChange(files: readonly string[]): Promise<void> {
  const isApplied = await reloadPlugins(host.plugins, files);
  report({ type: isApplied ? 'change-applied' : 'restart-needed' });
}
