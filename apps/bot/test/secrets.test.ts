import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

const OPENAI_KEY = 'sk-planted0123456789abcdefghij';
const LEAKY_PLUGIN = new URL('fixtures/leaky', import.meta.url).pathname;

test('no token, connection string or planted secret is in any log line, reply or table', async () => {
  await using sandbox = await startSandbox({ rateLimits: false });
  await using database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'twi-secrets-'));
  await using bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    OPENAI_API_KEY: OPENAI_KEY,
    DATA_DIR: dataDir,
    PLUGIN_PATHS: LEAKY_PLUGIN,
    LOG_LEVEL: 'trace',
  });
  await bot.says('Up in');
  const guild = sandbox.guilds[0]!;
  const olivia = sandbox.as(guild.ownerId, { channelId: guild.channel('general')!.id });
  const secrets = [sandbox.token, new URL(database.url).password, database.url, OPENAI_KEY];

  await olivia.slash('plugins enable', { plugin: 'leaky' });
  const replies = [];
  for (const secret of secrets) {
    const { response } = await olivia.slash('leak', { secret });
    replies.push(response);
  }
  await bot.end('SIGTERM');

  const { rows } = await sql<{ table: string }>`
    select format('%I.%I', table_schema, table_name) as "table" from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(
    database.handle.db,
  );
  const tables = await Promise.all(
    rows.map(({ table }) =>
      sql<{
        content: string;
      }>`select coalesce(string_agg(t::text, ' '), '') as content from ${sql.raw(table)} t`.execute(
        database.handle.db,
      ),
    ),
  );
  const stored = tables.map(({ rows: [row] }) => row?.content).join('\n');
  const shown = JSON.stringify(replies);
  expect(stored).toContain('leaked');
  expect(bot.output).toContain('leaked');
  for (const secret of secrets) {
    expect(shown).not.toContain(secret);
    expect(bot.output).not.toContain(secret);
    expect(stored).not.toContain(secret);
  }
  await rm(dataDir, { recursive: true, force: true });
});
