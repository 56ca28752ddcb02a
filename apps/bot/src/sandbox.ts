import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandGroup, type Sandbox, startSandbox } from '@twi/sandbox';
import type { Environment } from './env.ts';
import { dataDirectory, type Discord } from './host-options.ts';
import { openPage } from './open-page.ts';

const PREFERRED_PORT = 3210;

/** A running sandbox, as the place where the bot logs in. */
export interface OpenSandbox extends Discord {
  readonly url: string;
  /** Tells its page which plugin registers which commands. */
  readonly describeCommands: (groups: readonly CommandGroup[]) => void;
  /** Notes the port where `npm run as` looks for it; not before the bot is up, lest a refused one hides the running one. */
  leaveNote(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the local Discord. */
export async function openSandbox(environment: Environment): Promise<OpenSandbox> {
  const directory = dataDirectory(environment);
  await mkdir(directory, { recursive: true });
  const sandbox = await listen(environment.SANDBOX_PORT, join(directory, 'sandbox-state.json'));
  const note = join(directory, 'sandbox.json');
  const [guild] = sandbox.guilds;
  let hasNote = false;
  return {
    url: sandbox.url,
    apiUrl: sandbox.apiUrl,
    token: sandbox.token,
    // Whoever owns the demo guild may try what operators do, too.
    ownerGuildId: guild?.id,
    ownerIds: guild && [guild.ownerId],
    describeCommands: (groups) => sandbox.describeCommands(groups),
    async leaveNote() {
      await writeFile(note, JSON.stringify({ port: Number(new URL(sandbox.url).port), pid: process.pid }));
      hasNote = true;
    },
    async close() {
      if (hasNote) await rm(note, { force: true });
      await sandbox.close();
    },
  };
}

/** An explicit port is meant; the preferred one gives way to another program. */
async function listen(port: number | undefined, statePath: string): Promise<Sandbox> {
  if (port !== undefined) return startSandbox({ port, statePath });
  try {
    return await startSandbox({ port: PREFERRED_PORT, statePath });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSandbox({ port: 0, statePath });
  }
}

/** Says that this is not Discord, and what to try, and shows the page to whoever sits at the machine. */
export async function announceSandbox(sandbox: OpenSandbox): Promise<void> {
  const { url } = sandbox;
  await sandbox.leaveNote();
  void openPage(url);
  console.log(`
No DISCORD_TOKEN is set, so the bot runs against its sandbox, a local Discord. Open it in a browser:

  ${url}

or play a member of its demo guild from another terminal:

  npm run as -- olivia '/plugins enable plugin:moderation'
  npm run as -- alice '/warn user:@mallory reason:"Spam in general"'
  npm run as -- alice '/case view number:1'
`);
}
