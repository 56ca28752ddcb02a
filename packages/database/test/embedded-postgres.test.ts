import { execFile } from 'node:child_process';
import { access, chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  DataDirectoryAccessError,
  DataDirectoryInUseError,
  DataDirectoryVersionError,
  EmbeddedPostgresError,
  startDatabase,
  startEmbeddedPostgres,
} from '@twi/database';
import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { killBot, spawnBot, startBotProcess, stopBot } from './support/bot-process.ts';
import { temporaryDataDirectory } from './support/data-directory.ts';

const SLOW_TEST_MS = 60_000;
const run = promisify(execFile);

async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test(
  'starts on an empty directory, keeps its data, and leaves nothing running',
  { timeout: SLOW_TEST_MS },
  async () => {
    const dataDir = await temporaryDataDirectory();

    const first = await startDatabase({ dataDir });
    await first.ensureGuild('123456789012345678');
    await first.close();
    await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');

    const second = await startDatabase({ dataDir });
    onTestFinished(() => second.close());
    const guilds = await second.db.selectFrom('core.guilds').select('id').execute();
    expect(guilds).toEqual([{ id: '123456789012345678' }]);
  },
);

test(
  'lets in nobody without the password, which only its owner can read',
  { timeout: SLOW_TEST_MS },
  async () => {
    const dataDir = await temporaryDataDirectory();
    const server = await startEmbeddedPostgres({ dataDir });
    onTestFinished(() => server.stop());

    const url = new URL(server.url);
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.password.length).toBeGreaterThanOrEqual(32);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(server.url, 'show listen_addresses')).resolves.toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    await expect(query(server.url, 'show unix_socket_directories')).resolves.toEqual([
      { unix_socket_directories: '' },
    ]);
    const trusting = await query(
      server.url,
      "select * from pg_hba_file_rules where auth_method <> 'scram-sha-256'",
    );
    expect(trusting).toEqual([]);
    const { mode } = await stat(join(dataDir, 'postgres', 'bot-password'));
    expect(mode & 0o777).toBe(0o600);
  },
);

test('attaches to the server that a killed bot left running', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();
  const bot = await startBotProcess(dataDir);
  const pid = await postmasterPid(dataDir);
  await killBot(bot.process);
  expect(isAlive(pid)).toBe(true);

  const handle = await startDatabase({ dataDir });
  onTestFinished(() => handle.close());

  expect(bot.report).toEqual({ url: handle.url });
  expect(await postmasterPid(dataDir)).toBe(pid);
});

test(
  'leaves nothing of a bot that was killed at its very first start',
  { timeout: SLOW_TEST_MS },
  async () => {
    const dataDir = await temporaryDataDirectory();
    const bot = spawnBot(dataDir);
    await vi.waitFor(async () => expect(await readdir(dataDir)).toHaveLength(2), {
      timeout: 30_000,
      interval: 1,
    });
    await killBot(bot);
    const left = await readdir(dataDir);

    const handle = await startDatabase({ dataDir });
    onTestFinished(() => handle.close());

    expect(left).toEqual([
      expect.stringMatching(/^postgres\.new-\d+-\w+$/),
      expect.stringMatching(/^postgres\.new-\d+-\w+\.password$/),
    ]);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  },
);

test('starts afresh after bot and server were both killed', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();
  const bot = await startBotProcess(dataDir);
  const pid = await postmasterPid(dataDir);
  await killBot(bot.process);
  process.kill(pid, 'SIGKILL');

  const handle = await startDatabase({ dataDir });
  onTestFinished(() => handle.close());

  expect(await handle.ping()).toBeGreaterThan(0);
  expect(await postmasterPid(dataDir)).not.toBe(pid);
});

test(
  'is not misled by a stale lock file whose process id now belongs to a stranger',
  { timeout: SLOW_TEST_MS },
  async () => {
    const dataDir = await temporaryDataDirectory();
    await (await startEmbeddedPostgres({ dataDir })).stop();
    const lines = [process.pid, join(dataDir, 'postgres'), 1, 54_321, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);

    const server = await startEmbeddedPostgres({ dataDir });
    onTestFinished(() => server.stop());

    await expect(query(server.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  },
);

test(
  'refuses a second bot, names the first, and does not disturb it',
  { timeout: SLOW_TEST_MS },
  async () => {
    const dataDir = await temporaryDataDirectory();
    const bot = await startBotProcess(dataDir);
    onTestFinished(() => stopBot(bot.process));

    const refusal = await startDatabase({ dataDir }).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(DataDirectoryInUseError);
    expect(refusal).toMatchObject({ ownerPid: bot.process.pid });
    expect((refusal as Error).message).toContain('DATA_DIR');
    const { url } = bot.report as { url: string };
    await expect(query(url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  },
);

test('lets exactly one of several bots win that start at once', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();

  const bots = await Promise.all([1, 2, 3].map(() => startBotProcess(dataDir)));
  const [winner, ...others] = bots.filter(({ report }) => 'url' in report);
  onTestFinished(async () => {
    if (winner) await stopBot(winner.process);
  });

  expect(winner).toBeDefined();
  expect(others).toEqual([]);
  const losers = bots.flatMap(({ report }) => ('error' in report ? [report.error] : []));
  expect(losers).toEqual(['DataDirectoryInUseError', 'DataDirectoryInUseError']);
  expect(await readdir(dataDir)).toEqual(['postgres']);
});

test('gives the directory free to a bot that waits for it', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();
  const first = await startEmbeddedPostgres({ dataDir });

  const waiting = startEmbeddedPostgres({ dataDir });
  await first.stop();
  const second = await waiting;
  onTestFinished(() => second.stop());

  await expect(query(second.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
});

test('brings a server that died back on the same address', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();
  const handle = await startDatabase({ dataDir });
  onTestFinished(() => handle.close());
  await handle.ensureGuild('1');
  const pid = await postmasterPid(dataDir);

  process.kill(pid, 'SIGKILL');

  await expect
    .poll(
      () =>
        handle.db
          .selectFrom('core.guilds')
          .select('id')
          .execute()
          .catch(() => undefined),
      { timeout: 30_000 },
    )
    .toEqual([{ id: '1' }]);
  await expect.poll(() => handle.notifications.isConnected, { timeout: 30_000 }).toBe(true);
});

test('reports data of another major version and leaves it untouched', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();
  const directory = join(dataDir, 'postgres');
  await mkdir(directory);
  await writeFile(join(directory, 'PG_VERSION'), '14\n');

  const refusal = await startDatabase({ dataDir }).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(DataDirectoryVersionError);
  expect(refusal).toMatchObject({ found: '14', expected: '18' });
  expect((refusal as Error).message).toMatch(/pg_dumpall.*move the directory away/su);
  expect(await readdir(directory)).toEqual(['PG_VERSION']);
});

test('does not touch a directory that holds something else', async () => {
  const dataDir = await temporaryDataDirectory();
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'holiday.jpg'), 'sun');

  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(EmbeddedPostgresError);

  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['holiday.jpg']);
});

test.runIf(process.getuid?.() === 0)(
  'as root, runs in a directory that only root may enter, and leaves it closed',
  { timeout: SLOW_TEST_MS },
  async () => {
    const closed = await temporaryDataDirectory();
    await chmod(closed, 0o700);

    const server = await startEmbeddedPostgres({ dataDir: join(closed, 'data') });
    onTestFinished(() => server.stop());
    const client = new Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query('select 1 as one');
    await client.end();

    expect(rows).toEqual([{ one: 1 }]);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    expect((await stat(join(closed, 'data', 'postgres'))).uid).not.toBe(0);
  },
);

test.runIf(process.getuid?.() === 0)(
  'as root without setpriv, names the directory that the server may not enter',
  async () => {
    const closed = await temporaryDataDirectory();
    await chmod(closed, 0o700);
    const path = process.env['PATH'];
    onTestFinished(() => void (process.env['PATH'] = path));
    const programs = join(closed, 'programs');
    await mkdir(programs);
    await symlink(await which('id'), join(programs, 'id'));
    process.env['PATH'] = programs;

    const refusal = await startEmbeddedPostgres({ dataDir: join(closed, 'data') }).catch(
      (error: unknown) => error,
    );

    expect(refusal).toBeInstanceOf(DataDirectoryAccessError);
    expect(refusal).toMatchObject({ blocked: closed });
    expect((refusal as Error).message).toContain(`chmod o+x ${closed}`);
  },
);

async function which(program: string): Promise<string> {
  return (await run('/bin/sh', ['-c', `command -v ${program}`])).stdout.trim();
}

test.runIf(process.getuid?.() === 0)('runs for an ordinary user too', { timeout: SLOW_TEST_MS }, async () => {
  const dataDir = await temporaryDataDirectory();
  const { stdout } = await run('id', ['-u', 'nobody']);
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(import.meta.resolve('@twi/database'))};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(join(dataDir, 'own'))} });
    await server.stop();
  `;
  await chmod(dataDir, 0o777);

  await run(process.execPath, ['--conditions=source', '--input-type=module', '--eval', program], {
    uid: Number(stdout),
    cwd: '/',
  });

  await access(join(dataDir, 'own', 'postgres', 'PG_VERSION'));
  expect((await stat(join(dataDir, 'own', 'postgres'))).uid).toBe(Number(stdout));
});
