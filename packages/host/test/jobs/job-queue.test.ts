import { container } from '@sapphire/framework';
import { defineJob, definePlugin, type Plugin, snowflake } from '@twi/sdk';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { OwnShards } from '../../src/client/own-shards.ts';
import type { EntryPoint } from '../../src/entry-point.ts';
import { JobQueue } from '../../src/jobs/job-queue.ts';
import { silentLogger } from '../silent-logger.ts';

const GUILD = '600000000000000001';
const WAIT = { timeout: 15_000, interval: 50 };

let database: TestDatabase;
let queue: JobQueue;
let closed: Set<string>;
let entries: EntryPoint[];
let runs: string[];

function makeQueue(shards: OwnShards = { count: 1, ids: [0] }): JobQueue {
  return new JobQueue({
    databaseUrl: database.url,
    gate: { decide: (plugin, guildId) => (closed.has(`${plugin}@${guildId ?? ''}`) ? 'disabled' : 'open') },
    dispatcher: {
      // As the runtime does: an error is reported and ends here.
      async attempt(entry, work) {
        entries.push(entry);
        try {
          return { ok: true, value: await work() };
        } catch (error) {
          return { ok: false, error };
        }
      },
    },
    container,
    shards: () => shards,
    logger: silentLogger,
  });
}

/** A plugin of its own for each test, so that no test finds another's jobs. */
function pluginWith(id: string, jobs: NonNullable<Plugin['jobs']>): Plugin {
  return definePlugin({ id, title: id, description: 'Has jobs.', jobs });
}

const recorded = defineJob({
  data: z.object({ text: z.string() }),
  async run({ data }) {
    runs.push(data.text);
  },
});

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  closed = new Set();
  entries = [];
  runs = [];
  queue = makeQueue();
  await queue.start();
});
afterEach(() => queue.stop(1_000));

describe('sending', () => {
  test('runs a job with its data, as an entry of the plugin', async () => {
    const plugin = pluginWith('plain', { record: recorded });
    await queue.add(plugin);

    await queue.jobsOf(plugin).send('record', { text: 'hello' });

    await vi.waitFor(() => expect(runs).toEqual(['hello']), WAIT);
    expect(entries).toMatchObject([{ plugin: 'plain', kind: 'job', name: 'record' }]);
  });

  test('refuses data that does not fit, naming the field', async () => {
    const plugin = pluginWith('strict', { record: recorded });

    await expect(queue.jobsOf(plugin).send('record', { text: 7 })).rejects.toThrow(/strict\/record[^]*text/);
  });

  test('refuses a job that the plugin does not have', async () => {
    const plugin = pluginWith('without', { record: recorded });

    await expect(queue.jobsOf(plugin).send('other', {})).rejects.toThrow('no job "other"');
  });

  test('keeps a job that is sent before the plugin is loaded', async () => {
    const plugin = pluginWith('early', { record: recorded });

    await queue.jobsOf(plugin).send('record', { text: 'from setup' });
    await queue.add(plugin);

    await vi.waitFor(() => expect(runs).toEqual(['from setup']), WAIT);
  });

  test('runs a later job within two seconds of its time', async () => {
    const plugin = pluginWith('later', { record: recorded });
    await queue.add(plugin);
    const startAfter = new Date(Date.now() + 1_000);

    await queue.jobsOf(plugin).send('record', { text: 'late' }, { startAfter });

    await vi.waitFor(() => expect(runs).toEqual(['late']), WAIT);
    expect(Date.now()).toBeGreaterThanOrEqual(startAfter.getTime());
    expect(Date.now() - startAfter.getTime()).toBeLessThan(4_000);
  });

  test('adds one waiting job per key', async () => {
    const plugin = pluginWith('keyed', { record: recorded });
    const jobs = queue.jobsOf(plugin);

    await jobs.send('record', { text: 'first' }, { key: 'same' });
    await jobs.send('record', { text: 'second' }, { key: 'same' });
    await jobs.send('record', { text: 'third' });
    await jobs.send('record', { text: 'fourth' });
    await queue.add(plugin);

    await vi.waitFor(() => expect(new Set(runs)).toEqual(new Set(['first', 'third', 'fourth'])), WAIT);
  });
});

describe('in a transaction of the plugin', () => {
  test('the job exists once the transaction commits', async () => {
    const plugin = pluginWith('committed', { record: recorded });
    await queue.add(plugin);

    await database.handle
      .forPlugin('committed')
      .transaction()
      .execute(async (transaction) => {
        await queue.jobsOf(plugin).send('record', { text: 'both' }, { transaction });
        expect(runs).toEqual([]);
      });

    await vi.waitFor(() => expect(runs).toEqual(['both']), WAIT);
  });

  test('the job never exists when the transaction is rolled back', async () => {
    const plugin = pluginWith('rolled-back', { record: recorded });
    await queue.add(plugin);
    const jobs = queue.jobsOf(plugin);

    const work = database.handle
      .forPlugin('rolled-back')
      .transaction()
      .execute(async (transaction) => {
        await jobs.send('record', { text: 'never' }, { transaction });
        throw new Error('changed my mind');
      });
    await expect(work).rejects.toThrow('changed my mind');
    await jobs.send('record', { text: 'after' });

    await vi.waitFor(() => expect(runs).toEqual(['after']), WAIT);
  });
});

describe('running', () => {
  test('tries a failed run again, and gives up after the declared retries', async () => {
    const plugin = pluginWith('failing', {
      fail: defineJob({
        data: z.object({}),
        retries: 1,
        async run() {
          runs.push('tried');
          throw new Error('no luck');
        },
      }),
    });
    await queue.add(plugin);

    await queue.jobsOf(plugin).send('fail', {});

    await vi.waitFor(() => expect(runs).toEqual(['tried', 'tried']), WAIT);
    await vi.waitFor(async () => expect(await states('failing/fail')).toEqual(['failed']), WAIT);
  });

  test('ends a run that takes too long and tells it through its signal', async () => {
    const { promise: aborted, resolve } = Promise.withResolvers<unknown>();
    const plugin = pluginWith('slow', {
      sleep: defineJob({
        data: z.object({}),
        timeoutSeconds: 1,
        retries: 0,
        async run({ signal }) {
          signal.addEventListener('abort', () => resolve(signal.reason));
          await new Promise(() => {});
        },
      }),
    });
    await queue.add(plugin);

    await queue.jobsOf(plugin).send('sleep', {});

    expect(await aborted).toMatchObject({ message: 'The job slow/sleep took longer than 1 s.' });
    await vi.waitFor(async () => expect(await states('slow/sleep')).toEqual(['failed']), WAIT);
  });

  test('runs a long job beside short ones of the same kind', async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>();
    const plugin = pluginWith('beside', {
      record: defineJob({
        data: z.object({ text: z.string() }),
        async run({ data }) {
          if (data.text === 'long') await release;
          runs.push(data.text);
        },
      }),
    });
    await queue.add(plugin);

    await queue.jobsOf(plugin).send('record', { text: 'long' });
    await vi.waitFor(() => expect(entries).toHaveLength(1), WAIT);
    await queue.jobsOf(plugin).send('record', { text: 'short' });

    await vi.waitFor(() => expect(runs).toEqual(['short']), WAIT);
    resolve();
  });
});

describe('where the plugin is off', () => {
  const withGuild = defineJob({
    data: z.object({ guildId: snowflake }),
    retries: 0,
    async run({ data }) {
      runs.push(data.guildId);
    },
  });

  test('a job waits without using up an attempt, and runs when the plugin is on again', async () => {
    const plugin = pluginWith('gated', { act: withGuild });
    closed.add(`gated@${GUILD}`);
    await queue.add(plugin);

    await queue.jobsOf(plugin).send('act', { guildId: GUILD });
    await vi.waitFor(async () => expect(await waiting('gated/act')).toEqual([1]), WAIT);
    expect(entries).toEqual([]);
    closed.clear();
    await makeDue('gated/act');

    await vi.waitFor(() => expect(runs).toEqual([GUILD]), WAIT);
  });

  test('other guilds are served meanwhile', async () => {
    const other = '600000000000000002';
    const plugin = pluginWith('elsewhere', { act: withGuild });
    closed.add(`elsewhere@${GUILD}`);
    await queue.add(plugin);

    await queue.jobsOf(plugin).send('act', { guildId: GUILD });
    await queue.jobsOf(plugin).send('act', { guildId: other });

    await vi.waitFor(() => expect(runs).toEqual([other]), WAIT);
  });
});

describe('where the shard of a guild runs elsewhere', () => {
  /** Of shards 0 and 1 of two. */
  const guilds = [String(200_000_000_000n << 22n), String(200_000_000_001n << 22n)] as const;
  const act = defineJob({
    data: z.object({ guildId: z.string().optional(), text: z.string() }),
    async run({ data }) {
      runs.push(data.text);
    },
  });
  const send = async (plugin: Plugin): Promise<void> => {
    const jobs = queue.jobsOf(plugin);
    await jobs.send('act', { guildId: guilds[0], text: 'of shard 0' });
    await jobs.send('act', { guildId: guilds[1], text: 'of shard 1' });
    await jobs.send('act', { guildId: 'a word', text: 'of no guild' });
    await jobs.send('act', { text: 'of none' });
  };

  test('its jobs wait for the process that runs it, whatever comes before them', async () => {
    const plugin = pluginWith('parted', { act });
    await goOnAs({ count: 2, ids: [1] }, plugin);

    await send(plugin);

    await vi.waitFor(() => expect(runs.toSorted()).toEqual(['of no guild', 'of none', 'of shard 1']), WAIT);
    expect(await states('parted/act')).toEqual(['created', 'completed', 'completed', 'completed']);
    runs = [];
    await goOnAs({ count: 2, ids: [0] }, plugin);
    await vi.waitFor(() => expect(runs).toEqual(['of shard 0']), WAIT);
  });

  test('a process that has no guilds yet runs those of no guild', async () => {
    const plugin = pluginWith('logged-out', { act });
    await goOnAs({ count: 1, ids: [] }, plugin);

    await send(plugin);

    await vi.waitFor(() => expect(runs.toSorted()).toEqual(['of no guild', 'of none']), WAIT);
  });

  test('jobs follow their guilds when there are more shards', async () => {
    const plugin = pluginWith('moved', { act });
    const [, guildId] = guilds;
    // Of three shards the first has it, of four the second.
    await goOnAs({ count: 3, ids: [1, 2] }, plugin);
    await queue.jobsOf(plugin).send('act', { guildId, text: 'late' });
    await queue.jobsOf(plugin).send('act', { text: 'of none' });
    await vi.waitFor(() => expect(runs).toEqual(['of none']), WAIT);

    await goOnAs({ count: 4, ids: [1, 2] }, plugin);

    await vi.waitFor(() => expect(runs).toEqual(['of none', 'late']), WAIT);
  });

  test('a failed run counts as an attempt', async () => {
    const fail = defineJob({
      data: z.object({ guildId: snowflake }),
      retries: 1,
      run: () => Promise.reject(new Error(`tried ${runs.push('tried')}`)),
    });
    const plugin = pluginWith('unlucky', { fail });
    await goOnAs({ count: 2, ids: [0, 1] }, plugin);

    await queue.jobsOf(plugin).send('fail', { guildId: guilds[1] });

    await vi.waitFor(async () => expect(await states('unlucky/fail')).toEqual(['failed']), WAIT);
    expect(runs).toEqual(['tried', 'tried']);
  });
});

describe('schedules', () => {
  test('are kept in step with the plugin', async () => {
    const tick = defineJob({ data: z.object({}), schedule: '*/5 * * * *', run: async () => {} });
    await queue.add(pluginWith('clock', { tick, old: tick }));
    expect(await schedules('clock/')).toEqual(['clock/old', 'clock/tick']);
    await queue.remove('clock');

    await queue.add(pluginWith('clock', { tick }));

    expect(await schedules('clock/')).toEqual(['clock/tick']);
  });

  test('need a job that works without data', async () => {
    const wrong = defineJob({
      data: z.object({ text: z.string() }),
      schedule: '* * * * *',
      run: async () => {},
    });

    await expect(queue.add(pluginWith('demanding', { wrong }))).rejects.toThrow('demanding/wrong');
  });

  test('need a valid expression', async () => {
    const wrong = defineJob({ data: z.object({}), schedule: 'whenever', run: async () => {} });

    await expect(queue.add(pluginWith('vague', { wrong }))).rejects.toThrow(
      '"whenever" of the job vague/wrong',
    );
  });
});

describe('starting', () => {
  beforeEach(async () => {
    await queue.stop(1_000);
    queue = makeQueue();
  });

  test('runs the jobs of plugins that were added before, with their schedules', async () => {
    const tick = defineJob({ data: z.object({}), schedule: '*/5 * * * *', run: async () => {} });
    const plugin = pluginWith('waiting', { record: recorded, tick });
    await queue.add(plugin);
    await queue.jobsOf(plugin).send('record', { text: 'sent before' });
    expect(await schedules('waiting/')).toEqual([]);

    await queue.start();

    await vi.waitFor(() => expect(runs).toEqual(['sent before']), WAIT);
    expect(await schedules('waiting/')).toEqual(['waiting/tick']);
  });

  test('does not run those of a plugin that was removed before', async () => {
    const plugin = pluginWith('withdrawn', { record: recorded });
    await queue.add(plugin);
    await queue.jobsOf(plugin).send('record', { text: 'not yet' });
    await queue.remove('withdrawn');

    await queue.start();
    await queue.stop(1_000);

    expect(runs).toEqual([]);
    expect(await states('withdrawn/record')).toEqual(['created']);
  });

  test('gives a queue the settings of a plugin that has changed, and leaves it alone otherwise', async () => {
    const made = await withRetries(3);
    expect(made).toMatchObject({ retries: 3 });
    expect(await withRetries(3)).toEqual(made);
    expect(await withRetries(4)).toMatchObject({ retries: 4 });
  });

  test('nothing is sent any more by a queue that has stopped', async () => {
    const plugin = pluginWith('over', { record: recorded });
    await queue.stop(1_000);

    await expect(queue.jobsOf(plugin).send('record', { text: 'too late' })).rejects.toThrow('has stopped');
  });
});

describe('stopping', () => {
  test('leaves the jobs of an unloaded plugin for its next load', async () => {
    const plugin = pluginWith('leaving', { record: recorded });
    await queue.add(plugin);
    await queue.remove('leaving');

    await queue.jobsOf(plugin).send('record', { text: 'kept' });
    await queue.stop(1_000);
    expect(runs).toEqual([]);
    queue = makeQueue();
    await queue.start();
    await queue.add(plugin);

    await vi.waitFor(() => expect(runs).toEqual(['kept']), WAIT);
  });

  test('lets a running job end', async () => {
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const plugin = pluginWith('ending', {
      work: defineJob({
        data: z.object({}),
        async run() {
          start();
          await new Promise((resolve) => setTimeout(resolve, 300));
          runs.push('ended');
        },
      }),
    });
    await queue.add(plugin);
    await queue.jobsOf(plugin).send('work', {});
    await started;

    await queue.stop(5_000);

    expect(runs).toEqual(['ended']);
    expect(await states('ending/work')).toEqual(['completed']);
  });

  test('aborts a job that does not end, which then runs again after the restart', async () => {
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const stubborn = defineJob({
      data: z.object({}),
      async run() {
        start();
        runs.push('begun');
        if (runs.length === 1) await new Promise(() => {});
      },
    });
    const plugin = pluginWith('stubborn', { work: stubborn });
    await queue.add(plugin);
    await queue.jobsOf(plugin).send('work', {});
    await started;
    await queue.stop(100);

    queue = makeQueue();
    await queue.start();
    await queue.add(plugin);

    await vi.waitFor(() => expect(runs).toEqual(['begun', 'begun']), WAIT);
  });
});

/** Takes the place of the queue, as a process with other shards. */
async function goOnAs(shards: OwnShards, plugin: Plugin): Promise<void> {
  await queue.stop(1_000);
  queue = makeQueue(shards);
  await queue.start();
  await queue.add(plugin);
}

interface JobRow {
  readonly state: string;
  readonly deferrals: number;
}

async function rows(name: string): Promise<JobRow[]> {
  const found = await sql<JobRow>`
    select state::text as state, (data->>'deferrals')::int as deferrals from pgboss.job where name = ${name}
    order by created_on`.execute(database.handle.db);
  return found.rows;
}

async function states(name: string): Promise<string[]> {
  return (await rows(name)).map(({ state }) => state);
}

/** How often each waiting job was put off. */
async function waiting(name: string): Promise<number[]> {
  return (await rows(name)).filter(({ state }) => state === 'created').map(({ deferrals }) => deferrals);
}

async function makeDue(name: string): Promise<void> {
  await sql`update pgboss.job set start_after = now() where name = ${name}`.execute(database.handle.db);
}

/** The queue `tuned/record` as it is stored after a start with a plugin that wants so many retries. */
async function withRetries(retries: number): Promise<object | undefined> {
  await queue.stop(1_000);
  queue = makeQueue();
  await queue.add(pluginWith('tuned', { record: { ...recorded, retries } }));
  await queue.start();
  return tunedQueue();
}

async function tunedQueue(): Promise<object | undefined> {
  const found = await sql<object>`
    select retry_limit as retries, updated_on as "updatedOn" from pgboss.queue where name = 'tuned/record'`.execute(
    database.handle.db,
  );
  return found.rows[0];
}

async function schedules(prefix: string): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select name from pgboss.schedule where name like ${`${prefix}%`} order by name`.execute(
    database.handle.db,
  );
  return found.rows.map(({ name }) => name);
}
