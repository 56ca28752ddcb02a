import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** The root of the repository. */
export const REPOSITORY = join(import.meta.dirname, '../../../..');

const PATH = [join(REPOSITORY, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
const LARGEST_OUTPUT = 16 * 1024 * 1024;

export interface RunOptions {
  readonly cwd: string;
  /** Variables beside the few that every program needs. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs a program with what a person's shell has, and without what the test runner set; gives its standard output. */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env }: RunOptions,
): Promise<string> {
  try {
    const { HOME, TMPDIR } = process.env;
    const { stdout } = await promisify(execFile)(program, args, {
      cwd,
      env: { HOME, TMPDIR, PATH, CI: 'true', NO_COLOR: '1', ...env },
      maxBuffer: LARGEST_OUTPUT,
    });
    return stdout;
  } catch (error) {
    const { message, stdout } = error as Error & { stdout?: string };
    throw new Error(`${message}\n${stdout ?? ''}`, { cause: error });
  }
}
