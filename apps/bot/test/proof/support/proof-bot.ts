import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Host, startHost } from '@twi/host';
import { type Sandbox, type SandboxGuild, startSandbox } from '@twi/sandbox';
import { NoNetworkError } from './no-network-error.ts';

const APP = join(import.meta.dirname, '../../..');
const REQUESTS_KEPT = 100_000;
/** Of a key with which the secrets of servers are kept. */
const KEY_BYTES = 32;

interface Account {
  readonly id: string;
}

/** The bot with all plugins of the app, against a sandboxed Discord and a database of its own. */
export interface ProofBot {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly host: Host;
  /** A server that the bot was started with, where its owners have `/host`, all plugins are on and all commands are shown. */
  readonly guild: SandboxGuild;
  /** Of the server. */
  readonly owner: Account;
  readonly botOwner: Account;
  /** Every line that the bot logged, as JSON. */
  readonly logs: readonly string[];
  close(): Promise<void>;
}

/** Starts the bot as the app does. */
export async function startProofBot(): Promise<ProofBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'twi-proof-'));
  const sandbox = await startSandbox({ scene: 'empty', rateLimits: false, record: REQUESTS_KEPT });
  const database = await createTestDatabase();
  const owner = sandbox.createUser({ username: 'owner' });
  const botOwner = sandbox.createUser({ username: 'bot-owner' });
  const guild = sandbox.createGuild({ name: 'Proof', ownerId: owner.id });
  guild.addMember(botOwner.id);
  const logs: string[] = [];
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir,
    appDirectory: APP,
    ownerGuildId: guild.id,
    ownerIds: [botOwner.id],
    resolveHost: () => Promise.reject(new NoNetworkError()),
    encryptionKeys: [randomBytes(KEY_BYTES)],
    logFormat: 'json',
    logTo: (line) => void logs.push(line),
  });
  // Discord takes 50 a second of a bot, and discord.js keeps to that by waiting; this sandbox takes all.
  host.client.rest.options.globalRequestsPerSecond = Infinity;
  await enableAll(host, guild.id, owner.id);
  guild.showAllCommands();
  const close = async (): Promise<void> => {
    await host.stop('the test is over');
    await sandbox.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { sandbox, database, host, guild, owner, botOwner, logs, close };
}

async function enableAll({ plugins, enablement, reconciler }: Host, guildId: string, byUserId: string) {
  const ids = plugins.list().flatMap(({ id, state }) => (state === 'loaded' && id !== 'core' ? id : []));
  await enablement.enable(guildId, ids, byUserId);
  await reconciler.reconcileGuild(guildId);
}
