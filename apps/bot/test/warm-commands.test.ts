import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Host, startHost } from '@twi/host';
import { utilityPlugin } from '@twi/plugin-utility';
import { DatabaseProxy } from '@twi/proving';
import { type MemberActor, type Sandbox, startSandbox } from '@twi/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';

const USES = 20;
/** Uses of commands are written together, once a second. */
const WRITTEN_WITHIN_MS = 2_500;

let sandbox: Sandbox;
let database: TestDatabase;
let proxy: DatabaseProxy;
let dataDir: string;
let host: Host;
let member: MemberActor;

beforeAll(async () => {
  sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
  database = await createTestDatabase();
  proxy = await DatabaseProxy.start(database.url);
  dataDir = await mkdtemp(join(tmpdir(), 'twi-warm-commands-'));
  const { id: ownerId } = sandbox.createUser({ username: 'owner' });
  const guild = sandbox.createGuild({ name: 'Warm', ownerId });
  member = sandbox.as(ownerId, { channelId: guild.addChannel({ name: 'general' }).id });
  // Other plugins ask the database from time to time, whatever people do.
  host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: proxy.url,
    dataDir,
    givenPlugins: [{ plugin: utilityPlugin }],
    logLevel: 'error',
  });
  await host.enablement.enable(guild.id, ['utility'], ownerId);
  await host.reconciler.reconcileGuild(guild.id);
  await member.slash('quote add', { text: 'It works on my machine' });
});
afterAll(async () => {
  await host.stop('the test is over');
  await proxy[Symbol.asyncDispose]();
  await sandbox.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** The statements that a use of a command causes, those that tell of it later among them; jobs are looked for in any case. */
async function statementsOf(use: () => Promise<unknown>): Promise<DatabaseProxy['statements']> {
  await use();
  await sleep(WRITTEN_WITHIN_MS);
  proxy.statements.clear();
  for (let count = 0; count < USES; count += 1) await use();
  await sleep(WRITTEN_WITHIN_MS);
  return new Map([...proxy.statements].filter(([text]) => !text.includes('pgboss')));
}

const sum = (statements: ReadonlyMap<string, number>, isCounted: (text: string) => boolean): number =>
  [...statements].reduce((all, [text, times]) => all + (isCounted(text) ? times : 0), 0);

test('a warm command that needs no data causes at most one statement', async () => {
  const statements = await statementsOf(() => member.slash('roll', { dice: '2d6' }));

  expect(sum(statements, () => true)).toBeLessThanOrEqual(USES);
  expect(sum(statements, (text) => text.includes('core.command_usages'))).toBeGreaterThan(0);
});

test('a warm command that reads a row causes at most one statement besides', async () => {
  const statements = await statementsOf(() => member.slash('quote get', { number: 1 }));

  expect(sum(statements, (text) => text.includes('"utility"."quotes"'))).toBe(USES);
  expect(sum(statements, () => true)).toBeLessThanOrEqual(2 * USES);
});
