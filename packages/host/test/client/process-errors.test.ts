import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ProcessErrors } from '../../src/client/process-errors.ts';

const run = promisify(execFile);
const MODULE = new URL('../../src/client/process-errors.ts', import.meta.url).href;

/** Runs code in a process that watches its errors, and gives what it heard. */
async function heardBy(code: string): Promise<string[]> {
  const script = `
    import { ProcessErrors } from '${MODULE}';
    const say = (kind) => (...args) => console.log([kind, ...args].map((arg) => arg?.message ?? arg).join(' '));
    const errors = new ProcessErrors({
      ownerOf: (stack) => (stack.includes('inPlugin') ? 'plugin' : undefined),
      onPluginError: say('plugin'), onStrayRejection: say('stray'), onFatal: say('fatal'),
    });
    const end = errors.listen();
    function inPlugin() { return new Error('of a plugin'); }
    ${code}
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return stdout.trim().split('\n');
}

test('hears of exceptions and rejections, and the process goes on', async () => {
  const heard = await heardBy(`
    setTimeout(() => { throw inPlugin(); }, 1);
    setTimeout(() => { throw new Error('of the host'); }, 2);
    void Promise.reject(inPlugin());
    void Promise.reject(new Error('of the host'));
    void Promise.reject('no error');
    setTimeout(() => console.log('still there'), 50);
  `);

  expect(heard).toEqual([
    'plugin plugin of a plugin',
    'stray of the host',
    'stray no error',
    'plugin plugin of a plugin',
    'fatal of the host',
    'still there',
  ]);
});

test('leaves the process as it was', async () => {
  await expect(heardBy(`end(); throw new Error('ends the process');`)).rejects.toThrow('ends the process');
});

test('takes what is handed to it', () => {
  const heard: unknown[] = [];
  const error = new Error('lost');
  const errors = new ProcessErrors({
    ownerOf: () => undefined,
    onPluginError: () => heard.push('plugin'),
    onStrayRejection: (stray) => heard.push(stray),
    onFatal: (fatal) => heard.push('fatal', fatal),
  });

  errors.escaped(error);
  errors.fatal(error);

  expect(heard).toEqual([error, 'fatal', error]);
});
