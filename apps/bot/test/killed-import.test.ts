import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';

/** More messages look further. */
const MESSAGES = Number(process.env['PROOF_IMPORT_MESSAGES'] ?? 1_500);
/** Every so many messages, somebody posts a picture. */
const EVERY = 3;
const TIMEOUT_MS = 60_000 + MESSAGES * 20;

test(
  'a kill -9 amid an import of old posts loses none and repeats none',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    await using database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-killed-import-'));
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
    };
    const guild = sandbox.guilds[0]!;
    const source = guild.addChannel({ name: 'fan-art' }).id;
    const channelId = guild.channel('general')!.id;
    const as = (name: string) => sandbox.as(sandbox.user(name)!.id, { channelId });
    const bob = as('bob').in(source);
    for (let index = 0; index < MESSAGES; index += 1)
      await bob.send(
        index % EVERY === 0 ? `Piece ${index} https://example.org/${index}.png\nBy: Nada` : `Chat ${index}`,
      );
    const pagesRead = () =>
      sandbox.requests.filter(({ path }) => path.includes(`/${source}/messages?`)).length;

    const first = BotProcess.start(environment);
    await first.says('Up in');
    await as('olivia').slash('plugins enable', { plugin: 'gallery' });
    await (
      await as('olivia').slash('config set', { plugin: 'gallery', key: 'maxItems', value: '100000' })
    ).settled();
    const startedAt = performance.now();
    await as('olivia').slash('gallery-admin import', { channel: source });
    await vi.waitFor(() => expect(pagesRead()).toBeGreaterThan(MESSAGES / 300), {
      timeout: TIMEOUT_MS,
      interval: 1,
    });
    first.child.kill('SIGKILL');
    await first.end('SIGKILL');
    const { db } = database.handle;
    const numbers = async () => {
      const { rows } = await sql<{ number: number; title: string }>`
        select number, title from gallery.items order by number`.execute(db);
      return rows;
    };
    const before = await numbers();
    expect(before.length).toBeLessThan(MESSAGES / EVERY);
    // As if the time had passed for which the killed process is trusted to be at work.
    await sql`update gallery.imports set leased_until = now()`.execute(db);

    await using second = BotProcess.start(environment);
    await second.says('Up in');
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{ state: string }>`select state from gallery.imports`.execute(db);
        expect(rows).toEqual([{ state: 'done' }]);
      },
      { timeout: TIMEOUT_MS, interval: 100 },
    );
    process.stdout.write(
      `Imported ${MESSAGES} messages in ${Math.round(performance.now() - startedAt)} ms.\n`,
    );

    const after = await numbers();
    const pieces = Array.from(
      { length: Math.ceil(MESSAGES / EVERY) },
      (_, index) => `Piece ${index * EVERY}`,
    );
    expect(after.map(({ title }) => title)).toEqual(pieces);
    expect(after.map(({ number }) => number)).toEqual(pieces.map((_, index) => index + 1));
    expect(await second.end('SIGTERM')).toBe(0);
    await rm(dataDir, { recursive: true, force: true });
  },
);
