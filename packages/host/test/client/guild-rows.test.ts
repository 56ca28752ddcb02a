import { GuildRepository } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { Client } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepGuildRows } from '../../src/client/guild-rows.ts';
import { silentLogger } from '../silent-logger.ts';

const JOINED = '2026-01-01T00:00:00Z';
const LEFT = new Date('2026-02-01T00:00:00Z');
/** Of shards 0 and 1 of two: the shard is the id without its lowest 22 bits, modulo their number. */
const OF_SHARD_0 = String(200_000_000_000n << 22n);
const OF_SHARD_1 = String(200_000_000_001n << 22n);

let database: TestDatabase;
let guilds: GuildRepository;
let ids = 300_000_000_000n;

beforeAll(async () => {
  database = await createTestDatabase();
  guilds = new GuildRepository(database.handle.db);
});
afterAll(() => database.close());

const newId = (): string => String((ids += 1n) << 22n);

/** A client as it is when it is ready, with guilds as Discord sent them. */
function readyClient(packets: readonly object[], options: { shardCount?: number } = {}): Client {
  const client = new Client({ intents: [], ...options });
  for (const packet of packets) {
    const add: unknown = Reflect.get(client.guilds, '_add');
    if (typeof add === 'function') add.call(client.guilds, packet);
  }
  return client;
}

/** Tells the client that a guild is gone, as the gateway does. */
function drop(client: Client, packet: object): void {
  const actions: unknown = Reflect.get(client, 'actions');
  const action = Reflect.get(Object(actions), 'GuildDelete') as { handle(data: object): void };
  action.handle(packet);
}

const packet = (id: string): object => ({ id, name: `Guild ${id}`, joined_at: JOINED, channels: [] });

const leftAt = async (id: string): Promise<Date | null | undefined> => (await guilds.find(id))?.leftAt;

test('guilds that the bot is not in any more are marked, and those that it is in again are not', async () => {
  const [here, gone, back] = [newId(), newId(), newId()];
  await keepGuildRows(readyClient([here, gone, back].map(packet)), database.handle, silentLogger);
  await guilds.markLeft(back, LEFT);

  await keepGuildRows(readyClient([here, back].map(packet)), database.handle, silentLogger);

  expect(await leftAt(here)).toBeNull();
  expect(await leftAt(gone)).toBeInstanceOf(Date);
  expect(await leftAt(back)).toBeNull();
});

test('an outage is not a removal: at the start, and while the bot runs', async () => {
  const [away, later] = [newId(), newId()];
  await keepGuildRows(readyClient([away, later].map(packet)), database.handle, silentLogger);
  await guilds.markLeft(away, LEFT);
  const client = readyClient([{ id: away, unavailable: true }, packet(later)]);

  await keepGuildRows(client, database.handle, silentLogger);
  drop(client, { id: later, unavailable: true });

  expect(await leftAt(away)).toBeNull();
  expect(await guilds.find(away)).toMatchObject({ name: `Guild ${away}` });
  expect(await leftAt(later)).toBeNull();
  drop(client, { id: later });
  await expect.poll(() => leftAt(later)).toBeInstanceOf(Date);
});

test('guilds of shards that another process runs are left to it', async () => {
  for (const id of [OF_SHARD_0, OF_SHARD_1]) await database.handle.ensureGuild(id);
  const client = readyClient([], { shardCount: 2 });
  // What a shard is does not matter here, only that there is one of that number.
  (client.ws.shards as Map<number, unknown>).set(0, {});

  await keepGuildRows(client, database.handle, silentLogger);

  expect(await leftAt(OF_SHARD_0)).toBeInstanceOf(Date);
  expect(await leftAt(OF_SHARD_1)).toBeNull();
});
