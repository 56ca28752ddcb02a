import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = new URL('bot.ts', import.meta.url);

/** What the bot of `bot.ts` reports. */
export type BotReport = { readonly url: string } | { readonly error: string; readonly message: string };

/** Starts a bot in a process of its own and waits until its database is open, or was refused. */
export async function startBotProcess(
  dataDir: string,
): Promise<{ process: ChildProcess; report: BotReport }> {
  const child = spawnBot(dataDir);
  const [report] = (await once(child, 'message')) as [BotReport];
  return { process: child, report };
}

/** Starts a bot in a process of its own, and does not wait. */
export function spawnBot(dataDir: string): ChildProcess {
  return fork(PROGRAM, [dataDir], {
    execArgv: ['--conditions=source'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Ends a bot the hard way: no handler of it runs. */
export async function killBot(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Lets a bot close its database and end. */
export async function stopBot(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
}
