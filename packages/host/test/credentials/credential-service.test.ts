import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { CredentialRepository, startDatabase } from '@twi/database';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CredentialService } from '../../src/credentials/credential-service.ts';
import { KeyRing } from '../../src/credentials/key-ring.ts';
import { HiddenValues } from '../../src/logging/hidden-values.ts';
import { createRedact } from '../../src/logging/redact.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const USER = '200000000000000001';

let database: TestDatabase;
let open: CredentialService[] = [];
let log: string[] = [];
let guilds = 100_000_000_000_000_000n;
const hidden = new HiddenValues();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => {
  for (const service of open) service.close();
  open = [];
  log = [];
});
afterAll(() => database.close());

function serve(keys: readonly Buffer[], ofBot: Record<string, string> = {}, handle = database.handle) {
  for (const service of open) service.close();
  const logger = { info: (line: string) => void log.push(line), warn: (line: string) => void log.push(line) };
  const service = new CredentialService({
    database: handle,
    keys: new KeyRing(keys),
    ofBot,
    hide: (secret) => hidden.add(secret),
    logger,
  });
  open = [service];
  return service;
}

const newGuild = (): string => String((guilds += 1n));

test('a guild’s secret is stored, described and read back', async () => {
  const guildId = newGuild();
  const credentials = serve([NEW]);

  await credentials.set({ guildId, service: 'openai', secret: 'my words', userId: USER });

  expect(await credentials.get('openai', guildId)).toBe('my words');
  expect(await credentials.list(guildId)).toEqual([
    { service: 'openai', enteredAt: expect.any(Date), enteredBy: USER },
  ]);
});

test('the guild’s own secret comes before the bot’s, which others go on using', async () => {
  const guildId = newGuild();
  const credentials = serve([NEW], { openai: 'of the bot' });
  expect(await credentials.get('openai', guildId)).toBe('of the bot');

  await credentials.set({ guildId, service: 'openai', secret: 'own', userId: USER });

  expect(await credentials.get('openai', guildId)).toBe('own');
  expect(await credentials.get('openai', newGuild())).toBe('of the bot');
  expect(await credentials.get('openai')).toBe('of the bot');
  expect(await credentials.get('google')).toBeUndefined();
  expect(await credentials.get('constructor')).toBeUndefined();
});

test('a removed secret gives way to the bot’s', async () => {
  const guildId = newGuild();
  const credentials = serve([NEW], { openai: 'of the bot' });
  await credentials.set({ guildId, service: 'openai', secret: 'own', userId: USER });

  expect(await credentials.remove('openai', guildId)).toBe(true);
  expect(await credentials.remove('openai', guildId)).toBe(false);
  expect(await credentials.get('openai', guildId)).toBe('of the bot');
});

test('without a key, guilds can keep none, and the bot’s own still works', async () => {
  const guildId = newGuild();
  const credentials = serve([], { openai: 'of the bot' });

  await expect(credentials.set({ guildId, service: 'openai', secret: 'own', userId: USER })).rejects.toThrow(
    'no `SECRET_ENCRYPTION_KEY`',
  );
  expect(await credentials.get('openai', guildId)).toBe('of the bot');
});

test('a secret that cannot be read is an error, not the bot’s secret instead', async () => {
  const guildId = newGuild();
  await serve([OLD]).set({ guildId, service: 'openai', secret: 'own', userId: USER });

  await expect(serve([NEW], { openai: 'of the bot' }).get('openai', guildId)).rejects.toThrow(
    'add that key back',
  );
});

test('a ciphertext that is copied into another guild’s row does not open there', async () => {
  const [from, to] = [newGuild(), newGuild()];
  const credentials = serve([NEW]);
  await credentials.set({ guildId: from, service: 'openai', secret: 'own', userId: USER });
  await credentials.set({ guildId: to, service: 'openai', secret: 'other', userId: USER });
  await sql`
    update core.credentials set ciphertext = (select ciphertext from core.credentials where guild_id = ${from})
    where guild_id = ${to}
  `.execute(database.handle.db);

  await expect(serve([NEW]).get('openai', to)).rejects.toThrow('moved from another server');
});

test('a start encrypts anew what old keys made, leaves who and when, and says what it cannot read', async () => {
  const [guildId, lost] = [newGuild(), newGuild()];
  await serve([OLD]).set({ guildId, service: 'openai', secret: 'own', userId: USER });
  const before = await serve([OLD]).list(guildId);
  await serve([randomBytes(32)]).set({ guildId: lost, service: 'openai', secret: 'gone', userId: USER });

  await serve([NEW, OLD]).rotate();

  expect(log.join('\n')).toMatch(/[1-9]\d* secrets of servers were encrypted with the newest key/);
  expect(log.join('\n')).toMatch(/[1-9]\d* secrets of servers cannot be read/);
  const withNewAlone = serve([NEW]);
  expect(await withNewAlone.get('openai', guildId)).toBe('own');
  expect(await withNewAlone.list(guildId)).toEqual(before);
  await expect(withNewAlone.get('openai', lost)).rejects.toThrow('does not have any more');
});

test('more secrets than fit one step are all renewed', async () => {
  const credentials = serve([OLD]);
  const all = Array.from({ length: 120 }, newGuild);
  for (const guildId of all)
    await credentials.set({ guildId, service: 'openai', secret: guildId, userId: USER });

  await serve([NEW, OLD]).rotate();

  const withNewAlone = serve([NEW]);
  for (const guildId of all) expect(await withNewAlone.get('openai', guildId)).toBe(guildId);
});

test('a secret that was replaced while it was being renewed stays the new one', async () => {
  const guildId = newGuild();
  await serve([OLD]).set({ guildId, service: 'openai', secret: 'first', userId: USER });
  const rows = new CredentialRepository(database.handle.db);
  const before = await rows.find(guildId, 'openai');
  await serve([NEW, OLD]).set({ guildId, service: 'openai', secret: 'second', userId: USER });

  await rows.replaceCiphertext(before?.id ?? '', before?.ciphertext ?? Buffer.alloc(0), {
    ciphertext: Buffer.from('stale'),
    keyId: 'stale',
  });

  expect(await serve([NEW]).get('openai', guildId)).toBe('second');
});

test('another process hears of a change', async () => {
  const guildId = newGuild();
  const other = await startDatabase({ url: database.url, dataDir: '' });
  try {
    const here = serve([NEW]);
    const there = new CredentialService({
      database: other,
      keys: new KeyRing([NEW]),
      ofBot: {},
      hide: () => {},
      logger: { info: () => {}, warn: () => {} },
    });
    await here.set({ guildId, service: 'openai', secret: 'first', userId: USER });
    expect(await there.get('openai', guildId)).toBe('first');

    await here.set({ guildId, service: 'openai', secret: 'second', userId: USER });

    await expect.poll(() => there.get('openai', guildId)).toBe('second');
  } finally {
    await other.close();
  }
});

test('a secret that was entered or read is masked from then on', async () => {
  const guildId = newGuild();
  const redact = createRedact(hidden);
  await serve([NEW]).set({ guildId, service: 'openai', secret: 'correct horse battery', userId: USER });
  const text = 'upstream refused "correct horse battery" and ?q=correct%20horse%20battery';

  expect(redact(text)).toBe('upstream refused "[redacted]" and ?q=[redacted]');
  const afterRestart = new HiddenValues();
  expect(createRedact(afterRestart)('correct horse battery')).toBe('correct horse battery');
});

test.each([
  [{ service: 'Open AI' }, 'lower-case words'],
  [{ service: '' }, 'lower-case words'],
  [{ service: 'a'.repeat(51) }, 'at most 50'],
  [{ secret: '' }, '1 to 4000'],
  [{ secret: 'x'.repeat(4_001) }, 'not 4001'],
])('refuses %o', async (fault, message) => {
  const fit = { guildId: newGuild(), service: 'openai', secret: 'own', userId: USER };

  await expect(serve([NEW]).set({ ...fit, ...fault })).rejects.toThrow(message);
});
