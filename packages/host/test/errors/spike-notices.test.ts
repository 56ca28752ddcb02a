import { ErrorLogRepository, startDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import type { PlainReply } from '@twi/sdk';
import { EmbedBuilder } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SpikeNotices } from '../../src/errors/spike-notices.ts';
import { silentLogger } from '../silent-logger.ts';

const CHANNEL = '300000000000000001';
const MINUTE = 60_000;

let database: TestDatabase;
let logs: ErrorLogRepository;
let sent: string[];
let plugins = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  logs = new ErrorLogRepository(database.handle.db);
});
beforeEach(() => {
  sent = [];
});
afterAll(() => database.close());

function notices(db = database.handle.db, channelId: string | undefined = CHANNEL): SpikeNotices {
  return new SpikeNotices({
    db,
    logger: silentLogger,
    channelId: async () => channelId,
    send: async (to, words) => void sent.push(`${to}: ${textOf(words)}`),
  });
}

function textOf({ embeds = [] }: PlainReply): string {
  return embeds.map((embed) => (embed instanceof EmbedBuilder ? (embed.data.description ?? '') : '')).join();
}

/** A plugin of its own for each test. */
const newPlugin = (): string => `plugin-${(plugins += 1)}`;

async function fail(pluginId: string, prints: readonly string[], agoMs = 0): Promise<void> {
  await logs.insertMany(
    prints.map((print) => ({
      fingerprint: `${pluginId} ${print}`,
      errorType: 'TypeError',
      message: 'it is torn',
      pluginId,
      occurredAt: new Date(Date.now() - agoMs),
    })),
  );
}

const times = (count: number, print?: string): string[] =>
  Array.from({ length: count }, (_, index) => print ?? `kind ${index}`);

test('one error that happens often is told, with what it is', async () => {
  const plugin = newPlugin();
  await fail(plugin, times(10, 'same'));

  await notices().look([plugin]);

  expect(sent).toEqual([expect.stringContaining(`**${plugin}** failed 10 times within 5 minutes.`)]);
  expect(sent[0]).toContain('Most often (10 times)');
  expect(sent[0]).toContain('TypeError: it is torn');
  expect(sent[0]).toMatch(new RegExp(`^${CHANNEL}: `));
});

test('many errors of different kinds are told as well', async () => {
  const plugin = newPlugin();
  await fail(plugin, times(30));

  await notices().look([plugin]);

  expect(sent).toHaveLength(1);
});

test('fewer are not', async () => {
  const plugin = newPlugin();
  await fail(plugin, [...times(9, 'same'), ...times(20)]);

  await notices().look([plugin]);

  expect(sent).toEqual([]);
});

test('errors of before the window, of other plugins and resolved ones do not count', async () => {
  const [plugin, other, resolved] = [newPlugin(), newPlugin(), newPlugin()];
  await fail(plugin, times(40, 'same'), 6 * MINUTE);
  await fail(other, times(40, 'same'));
  await fail(resolved, times(40, 'same'));
  await logs.markResolved(`${resolved} same`, new Date());

  await notices().look([plugin, resolved]);

  expect(sent).toEqual([]);
});

test('of several processes that see it at once, one tells', async () => {
  const plugin = newPlugin();
  await fail(plugin, times(50, 'same'));
  const others = await Promise.all([1, 2, 3].map(() => startDatabase({ url: database.url, dataDir: '' })));
  try {
    await Promise.all([
      notices().look([plugin]),
      ...others.flatMap(({ db }) => [notices(db).look([plugin]), notices(db).look([plugin])]),
    ]);
  } finally {
    await Promise.all(others.map((other) => other.close()));
  }

  expect(sent).toHaveLength(1);
});

test('it is told again only after the cool-off', async () => {
  const plugin = newPlugin();
  await fail(plugin, times(10, 'same'));
  await notices().look([plugin]);
  await fail(plugin, times(10, 'other'));
  await notices().look([plugin]);
  expect(sent).toHaveLength(1);

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * MINUTE });
  try {
    await fail(plugin, times(10, 'same'));
    await notices().look([plugin]);
  } finally {
    vi.useRealTimers();
  }

  expect(sent).toHaveLength(2);
});

test('without a channel nothing is told, and nothing is claimed', async () => {
  const plugin = newPlugin();
  await fail(plugin, times(10, 'same'));
  const silent = new SpikeNotices({
    db: database.handle.db,
    logger: silentLogger,
    channelId: async () => undefined,
    send: async () => void sent.push('never'),
  });

  await silent.look([plugin]);
  expect(sent).toEqual([]);

  await notices().look([plugin]);
  expect(sent).toHaveLength(1);
});

test('a channel that takes nothing is logged and stops nobody', async () => {
  const plugin = newPlugin();
  await fail(plugin, times(10, 'same'));
  const warn = vi.fn<() => void>();
  const refused = new SpikeNotices({
    db: database.handle.db,
    logger: { warn },
    channelId: async () => CHANNEL,
    send: () => Promise.reject(new Error('Missing Access')),
  });

  await refused.look([plugin]);

  expect(warn).toHaveBeenCalledWith(expect.stringContaining('could not be told'), expect.any(Error));
});
