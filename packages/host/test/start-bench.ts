import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type MemberActor, type Sandbox, type SandboxGuild, startSandbox } from '@twi/sandbox';
import type { Plugin } from '@twi/sdk';
import { type Host, startHost } from '../src/index.ts';

/** A real host before a local Discord, with plugins handed in as values. One per test file: Sapphire's container is global. */
export interface Bench extends AsyncDisposable {
  readonly host: Host;
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  /** What was logged, one JSON object a line. */
  readonly lines: readonly string[];
}

export async function startBench(
  plugins: readonly Plugin[],
  secrets: readonly string[] = [],
): Promise<Bench> {
  const sandbox = await startSandbox({ scene: 'empty' });
  const database = await createTestDatabase();
  const directory = await mkdtemp(path.join(tmpdir(), 'twi-host-'));
  await writeFile(path.join(directory, 'package.json'), '{"name":"bench","version":"0.0.0"}');
  const lines: string[] = [];
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    appDirectory: directory,
    givenPlugins: plugins.map((plugin) => ({ plugin })),
    httpPort: 0,
    secrets,
    logFormat: 'json',
    logLevel: 'debug',
    logTo: (line) => lines.push(line),
  });
  const dispose = async (): Promise<void> => {
    await host.stop('the test is over');
    await sandbox.close();
    await database.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { host, sandbox, database, lines, [Symbol.asyncDispose]: dispose };
}

/** A guild with a channel and a member who plays in it. */
export interface BenchGuild {
  readonly guild: SandboxGuild;
  readonly channelId: string;
  readonly member: MemberActor;
}

let people = 0;

/** Makes a guild and switches plugins on in it; resolves when Discord knows their commands. */
export async function benchGuild({ host, sandbox }: Bench, enabled: readonly string[]): Promise<BenchGuild> {
  people += 1;
  const guild = sandbox.createGuild({ name: `Guild ${people}` });
  const channel = guild.addChannel({ name: 'general' });
  const { id } = sandbox.createUser({ username: `person${people}` });
  guild.addMember(id);
  await host.enablement.enable(guild.id, enabled, undefined);
  await host.reconciler.reconcileGuild(guild.id);
  return { guild, channelId: channel.id, member: sandbox.as(id, { channelId: channel.id }) };
}
