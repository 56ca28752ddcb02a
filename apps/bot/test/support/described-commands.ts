import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandGroup } from '@twi/sandbox';

/** What the sandbox of a data folder was told of the plugins. */
export async function describedCommands(dataDir: string): Promise<readonly CommandGroup[]> {
  const { port } = JSON.parse(await readFile(join(dataDir, 'sandbox.json'), 'utf8')) as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/control/activity`);
  const { commandGroups } = (await response.json()) as { commandGroups: readonly CommandGroup[] };
  return commandGroups;
}
