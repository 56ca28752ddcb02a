import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandLineError } from './command-line-error.ts';

/** Where to look for a running sandbox. */
export interface Whereabouts {
  /** `SANDBOX_PORT`: the port itself; 0, any free one, is known from the note alone. */
  readonly port?: string | undefined;
  /** `DATA_DIR`: the folder in which a running bot notes the port of its sandbox. */
  readonly directory: string;
}

/** Said where no sandbox is found. */
export const NOT_RUNNING =
  'No sandbox is running. Start one with "npm start" in another terminal, without DISCORD_TOKEN.';

/**
 * Finds the address of the running sandbox.
 *
 * @throws {CommandLineError} where none was started, or `SANDBOX_PORT` is no port.
 */
export async function findSandbox({ port, directory }: Whereabouts): Promise<string> {
  const number = Number(port ?? 0) === 0 ? await notedPort(directory) : Number(port);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return `http://127.0.0.1:${number}`;
  throw new CommandLineError(`SANDBOX_PORT takes a port (0 to 65535, 0: any free one), not "${port}".`);
}

async function notedPort(directory: string): Promise<number> {
  const note = await readFile(join(directory, 'sandbox.json'), 'utf8').catch((cause: unknown) => {
    throw new CommandLineError(NOT_RUNNING, { cause });
  });
  const { port }: { port?: unknown } = JSON.parse(note);
  return Number(port);
}
