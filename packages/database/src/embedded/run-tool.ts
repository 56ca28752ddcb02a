import { spawn } from 'node:child_process';
import { EmbeddedPostgresError } from './errors.ts';
import { type ServerUser, throughSetpriv } from './server-user.ts';

const TOOL_TIMEOUT_MS = 120_000;

/** Runs one of PostgreSQL's programs as the server's user and gives what it wrote. */
export async function runTool(
  program: string,
  parameters: readonly string[],
  user: ServerUser,
): Promise<string> {
  const [command, values] = user?.passesClosedDirectories
    ? throughSetpriv(user, program, parameters)
    : [program, parameters];
  const child = spawn(command, values, {
    ...(user && command === program && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: a Ctrl-C meant for the bot must not reach the server before the bot has let go of it.
    detached: true,
    windowsHide: true,
    timeout: TOOL_TIMEOUT_MS,
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));

  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const exitCode = await promise.catch((cause: unknown) => {
    throw new EmbeddedPostgresError(`${program} could not be run.`, { cause });
  });
  if (exitCode === 0) return output.join('');
  throw new EmbeddedPostgresError(`${program} ended with code ${exitCode}: ${output.join('').trim()}`);
}
