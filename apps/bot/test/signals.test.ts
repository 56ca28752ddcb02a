import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const SIGNALS = pathToFileURL(join(import.meta.dirname, '../src/signals.ts')).href;
/** Logs all the time, also of what nobody caught, as the bot does. */
const PROGRAM = `
  import { stopOnSignals } from ${JSON.stringify(SIGNALS)};
  process.on('uncaughtException', (error) => process.stderr.write(String(error)));
  stopOnSignals(async (reason) => {
    process.stdout.write('Stopping, since ' + reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.send?.(reason);
  });
  setInterval(() => process.stdout.write('Something happened.'), 20);
`;

let program: ChildProcess;
afterEach(() => program.kill('SIGKILL'));

function run(): { readonly code: Promise<unknown>; readonly reason: Promise<unknown> } {
  program = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return {
    code: once(program, 'exit').then(([code]) => code),
    reason: once(program, 'message').then(([reason]) => reason),
  };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops it in order', async (signal) => {
  const { code, reason } = run();
  await once(program.stdout!, 'data');
  program.kill(signal);
  expect(await reason).toBe(signal);
  expect(await code).toBe(0);
});

test('it stops in order when nobody reads its log any more', async () => {
  const { code, reason } = run();
  await once(program.stdout!, 'data');
  program.stdout!.destroy();
  program.stderr!.destroy();
  expect(await reason).toBe('nobody reads the log');
  expect(await code).toBe(0);
});

test('it stops in order when who supervises it is gone', async () => {
  const { code } = run();
  await once(program.stdout!, 'data');
  program.disconnect();
  expect(await code).toBe(0);
});
