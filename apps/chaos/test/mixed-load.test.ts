import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, judgeInTheEnd } from '../src/load/judge/judge.ts';
import type { Entry } from '../src/load/ledger.ts';
import { MixedLoad } from '../src/load/mixed-load.ts';
import { askFeedsNow } from '../src/load/pass-time.ts';
import { StoredFacts } from '../src/load/stored-facts.ts';

const LOAD_MS = 12_000;
const PER_SECOND = 15;
const SETTLED = { withinMs: 60_000 };

let sandbox: Sandbox;
let database: TestDatabase;
let dataDir: string;
let load: MixedLoad;
let facts: StoredFacts;
let bot: BotProcess;

/** What somebody did of a kind, and was told that it is done. */
function done(kind: string): Entry {
  const entry = load.ledger.with('done').find((known) => known.kind === kind);
  if (!entry) throw new Error(`Nobody did anything like "${kind}".`);
  return entry;
}

beforeAll(async () => {
  sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'twi-mixed-load-'));
  load = await MixedLoad.build({ sandbox, seed: 1, servers: 2, isHeard: true });
  bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    ...load.environment,
  });
  await bot.says('Up in');
  await load.prepare();
  facts = await StoredFacts.open(database.url);
  load.start(PER_SECOND);
  await sleep(LOAD_MS);
  await load.stop();
  await askFeedsNow(facts);
}, 240_000);
afterAll(async () => {
  await bot.end('SIGTERM');
  await facts[Symbol.asyncDispose]();
  await load[Symbol.asyncDispose]();
  await sandbox.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('everything that is done at a bot in peace is answered, kept and done once', async () => {
  const verdict = await judgeInTheEnd(load, facts, SETTLED);

  expect(load.ledger.answered.length).toBeGreaterThan(40);
  expect(load.ledger.with('failed', 'impossible', 'unfinished', 'unanswered')).toEqual([]);
  expect(load.talk.sent).toBeGreaterThan(60);
  expect(verdict).toEqual({ lost: [], twice: [], half: [] });
}, 90_000);

test('what is gone from the database is noticed', async () => {
  const { mark } = done('warn');
  await facts.rows(sql`delete from moderation.cases where reason = ${mark}`);

  const { lost, half } = await judge(load, facts);

  expect(lost).toEqual([expect.stringContaining(`warn ${mark}`)]);
  expect(half).toContain('1 × a case number that is missing');
});

test('what is there twice is noticed', async () => {
  const { mark, guildId } = done('say');
  const { mark: stored } = done('custom');
  await facts.rows(sql`
    insert into utility.custom_commands (guild_id, number, name, text, is_embed, cooldown_ms, uses, changed_by, deleted_at)
    select guild_id, number + 1000, name, text, is_embed, cooldown_ms, uses, changed_by, deleted_at
    from utility.custom_commands where name = ${stored}`);
  const stage = load.stages.find(({ id }) => id === guildId)!;
  await fetch(`${sandbox.apiUrl}/v10/channels/${stage.talks[0]}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: mark }),
  });

  const { twice } = await judge(load, facts);

  expect(twice).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`say ${mark}`),
      expect.stringContaining(`custom ${stored}`),
    ]),
  );
});

test('what is only half there is noticed', async () => {
  const { mark } = done('reminder');
  await facts.rows(sql`update utility.reminders set delivered_at = null where text = ${mark}`);
  await facts.rows(sql`
    update stats.activity_hours set messages = messages - 1
    where ctid = (select ctid from stats.activity_hours where messages > 1 limit 1)`);

  const { half } = await judge(load, facts);

  expect(half).toEqual(
    expect.arrayContaining([
      '1 × a reminder that is due and did not come',
      `reminder ${mark}: posted only`,
      expect.stringMatching(/^messages of .+: \d+ written, \d+ counted$/),
    ]),
  );
});
