import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { expect, test } from 'vitest';
import { findServerTools, OwnServer } from './support/own-server.ts';
import { EVERYTHING, StoredThings } from './support/stored-things.ts';

/** Whole bots start one after the other. */
const TIMEOUT_MS = 500_000;
const run = promisify(execFile);
const tools = await findServerTools();

test(
  'a copy of the data folder, made while the bot was stopped, is the whole bot elsewhere',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    using things = await StoredThings.of(sandbox);
    const place = await mkdtemp(join(tmpdir(), 'twi-backup-'));
    const [original, copy] = [join(place, 'data'), join(place, 'restored')];

    await using first = BotProcess.start({ ...things.environment, DATA_DIR: original });
    await first.says('Up in');
    await things.leave();
    expect(await things.seen()).toEqual(EVERYTHING);
    expect(await first.end('SIGTERM')).toBe(0);
    await run('cp', ['-a', original, copy]);
    await rm(original, { recursive: true });

    await using second = BotProcess.start({ ...things.environment, DATA_DIR: copy });
    await second.says('Up in');
    expect(await things.seen()).toEqual(EVERYTHING);
    expect(await second.end('SIGTERM')).toBe(0);
    await rm(place, { recursive: true });
  },
);

// Skipped where no PostgreSQL of the system is installed: npm brings none of its tools.
test.skipIf(tools === undefined)(
  'a dump of an own server, made while the bot works, is the whole bot in another database',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    using things = await StoredThings.of(sandbox);
    await using server = await OwnServer.start(tools!);
    const [original, restored] = [await server.createDatabase('twi'), await server.createDatabase('other')];
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'twi-dump-'));
    const dump = join(DATA_DIR, 'twi.dump');

    await using first = BotProcess.start({ ...things.environment, DATA_DIR, DATABASE_URL: original });
    await first.says('Up in');
    await things.leave();
    expect(await things.seen()).toEqual(EVERYTHING);
    await server.run('pg_dump', ['--format=custom', `--file=${dump}`, original]);
    expect(await first.end('SIGTERM')).toBe(0);
    await server.run('pg_restore', ['--no-owner', `--dbname=${restored}`, dump]);

    await using second = BotProcess.start({ ...things.environment, DATA_DIR, DATABASE_URL: restored });
    await second.says('Up in');
    expect(await things.seen()).toEqual(EVERYTHING);
    expect(await second.end('SIGTERM')).toBe(0);
    await rm(DATA_DIR, { recursive: true });
  },
);

test(
  'without the key that encrypted them, only the credentials are missing, and the log says so',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    using things = await StoredThings.of(sandbox);
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'twi-keyless-'));
    await using first = BotProcess.start({ ...things.environment, DATA_DIR });
    await first.says('Up in');
    await things.leave();
    expect(await things.seen()).toEqual(EVERYTHING);
    await first.end('SIGTERM');

    const SECRET_ENCRYPTION_KEY = Buffer.alloc(32, 8).toString('base64');
    await using second = BotProcess.start({ ...things.environment, DATA_DIR, SECRET_ENCRYPTION_KEY });
    await second.says('Up in');
    expect(await things.seen()).toEqual({ ...EVERYTHING, credentials: false });
    expect(second.output).toMatch(/secret.*key/i);
    await second.end('SIGTERM');

    await using third = BotProcess.start({ ...things.environment, DATA_DIR });
    await third.says('Up in');
    expect(await things.seen()).toEqual(EVERYTHING);
    await third.end('SIGTERM');
    await rm(DATA_DIR, { recursive: true });
  },
);
