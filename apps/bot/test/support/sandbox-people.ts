import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inherited, ROOT } from '@twi/proving';

const run = promisify(execFile);
const SCRIPT = join(ROOT, 'packages/sandbox/src/cli/as.ts');

/** What a person reads who plays a member of the running sandbox from a terminal. */
export async function as(dataDir: string, member: string, line: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--conditions=source', SCRIPT, member, line], {
    cwd: ROOT,
    env: { ...inherited(), DATA_DIR: dataDir },
  });
  return stdout;
}

/** The commands that a member may choose from. */
export async function commandsOf(
  dataDir: string,
  member: string,
): Promise<readonly { name: string; description: string }[]> {
  const { port } = JSON.parse(await readFile(join(dataDir, 'sandbox.json'), 'utf8')) as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/control/commands?as=${member}`);
  return (await response.json()) as { name: string; description: string }[];
}
