import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const REPOSITORY = join(import.meta.dirname, '../../..');
const TIMEOUT_MS = 180_000;

test('the check of plugins finds nothing wrong with it', { timeout: TIMEOUT_MS }, async () => {
  const check = promisify(execFile)(
    'npm',
    ['run', '--silent', 'twi-plugin', '--', 'check', 'plugins/integrations'],
    {
      cwd: REPOSITORY,
    },
  );
  // It ends with 1 at a fault, and names each in its output.
  const output = await check.then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );

  expect(output).toContain('Nothing is wrong.');
});
