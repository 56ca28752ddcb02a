import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DirectoryRepository } from '../src/database/directory-repository.ts';
import { LibraryRepository } from '../src/database/library-repository.ts';
import { migrations } from '../src/database/migrations/migrations.ts';

const GUILD = '100000000000000001';
const OTHER_GUILD = '100000000000000002';
/** One in twenty is of the guild, as where a bot is in many. */
const LINKS = 40_000;
const SLOWEST_MS = 50;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

interface Plan {
  readonly 'Execution Time': number;
  readonly Plan: PlanNode;
}

/** What a plan reads: indexes, and tables as a whole. */
function scansOf(node: PlanNode): string[] {
  const whole = node['Node Type'] === 'Seq Scan' ? [`the whole of ${node['Relation Name']}`] : [];
  return [
    ...whole,
    ...(node['Index Name'] ? [node['Index Name']] : []),
    ...(node.Plans ?? []).flatMap(scansOf),
  ];
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { handle } = database;
  await handle.migratePlugin('creator-links', migrations);
  await sql`insert into core.guilds (id, name) values (${GUILD}, 'one'), (${OTHER_GUILD}, 'other')`.execute(
    handle.db,
  );
  await sql`
    insert into core.users (id, username)
    select 200000000000000000 + n, 'user' || n from generate_series(1, 1000) n`.execute(handle.db);
  await sql`
    insert into creator_links.creators (guild_id, user_id, left_at)
    select guild, 200000000000000000 + n, case when n % 10 = 0 then now() end
    from generate_series(1, 1000) n, (values (${GUILD}::bigint), (${OTHER_GUILD}::bigint)) guilds (guild)`.execute(
    handle.db,
  );
  await sql`
    insert into creator_links.creator_links
      (guild_id, user_id, title, title_key, url, platform, username, is_nsfw, hidden_at)
    select case when n % 20 = 0 then ${GUILD}::bigint else ${OTHER_GUILD}::bigint end,
      200000000000000000 + 1 + (n / 20) % 1000, 'Art ' || n || ' word' || n % 97, 'art ' || n || ' word' || n % 97,
      'https://example.org/' || n, (array['patreon', 'ko-fi', 'x', 'website'])[1 + (n / 20) % 4], 'name' || n,
      n % 3 = 0, case when n % 100 = 0 then now() end
    from generate_series(1, ${LINKS}::int) n`.execute(handle.db);
  await sql`
    insert into creator_links.links (guild_id, title, title_key, content, tag, changed_at)
    select ${GUILD}, 'Chapter ' || n, 'chapter ' || n, 'text', 'tag ' || n % 30, now()
    from generate_series(1, 2000) n`.execute(handle.db);
  await sql`analyze`.execute(handle.db);
}, 60_000);
afterAll(() => database.close());

async function explained(query: {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] };
}): Promise<Plan> {
  const { sql: text, parameters } = query.compile();
  const parts = text
    .split(/\$\d+/)
    .map((part, index) => (index === 0 ? sql.raw(part) : sql`${parameters[index - 1]}${sql.raw(part)}`));
  const { rows } = await sql<{
    'QUERY PLAN': Plan[];
  }>`explain (analyze, format json) ${sql.join(parts, sql``)}`.execute(database.handle.db.withoutPlugins());
  const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
  if (!plan) throw new Error('PostgreSQL explained nothing.');
  return plan;
}

const directory = () => new DirectoryRepository(database.handle.db);

describe('what is looked up', () => {
  test('a page has the newest links of the guild, without those that may not be shown', async () => {
    const { rows, next } = await directory().page({ guildId: GUILD, nsfw: false });

    expect(rows).toHaveLength(8);
    expect(next).toBeDefined();
    expect(
      rows.every(({ guildId, isNsfw, hiddenAt }) => guildId === GUILD && !isNsfw && hiddenAt === null),
    ).toBe(true);
    expect(rows.some(({ userId }) => (BigInt(userId) - 200000000000000000n) % 10n === 0n)).toBe(false);
    const second = await directory().page({ guildId: GUILD, nsfw: false }, next);
    expect(BigInt(second.rows[0]?.id ?? 0)).toBeLessThan(BigInt(rows.at(-1)?.id ?? 0));
    const back = await directory().page({ guildId: GUILD, nsfw: false }, second.previous);
    expect(back.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  test.each([
    [['art', '4240'], 1],
    [['name4240'], 1],
    [['ART'.toLowerCase(), 'word4240'], 0],
    [['guild', '100000000000000001'], 0],
    [['4240', 'website'], 0],
  ])('%o is found %i times', async (words, count) => {
    const { rows } = await directory().page({ guildId: GUILD, nsfw: true, words });
    expect(rows).toHaveLength(count);
  });

  test('every part of a name is found, whatever stands between', async () => {
    await using scratch = await createTestDatabase();
    const { handle } = scratch;
    await handle.migratePlugin('creator-links', migrations);
    await sql`insert into core.guilds (id, name) values (${GUILD}, 'one')`.execute(handle.db);
    await sql`insert into core.users (id, username) values (1, 'cat')`.execute(handle.db);
    await sql`insert into creator_links.creators (guild_id, user_id) values (${GUILD}, 1)`.execute(handle.db);
    await sql`
      insert into creator_links.creator_links (guild_id, user_id, title, title_key, url, platform, username)
      select ${GUILD}, 1, title, title, 'https://example.org', 'website', username from (values
        ('Art', 'cat.bsky.social'), ('Toots', 'cat@mastodon.art'), ('Comic 2024-05', null),
        ('Art/Prints', null), ('<tagged>', null), ('Dogs', 'dog_lover')) links (title, username)`.execute(
      handle.db,
    );
    const links = new DirectoryRepository(handle.db);
    const found = await Promise.all(
      ['bsky', 'mastodon', '05', 'prints', 'tagged', 'lover'].map(async (word) => {
        const { rows } = await links.page({ guildId: GUILD, nsfw: true, words: [word] });
        return rows.map(({ title }) => title);
      }),
    );

    expect(found).toEqual([['Art'], ['Toots'], ['Comic 2024-05'], ['Art/Prints'], ['<tagged>'], ['Dogs']]);
  });

  test('platforms are counted', async () => {
    const platforms = await directory().platforms({ guildId: GUILD, nsfw: true }, 25);
    expect(platforms.map(({ platform }) => platform).toSorted()).toEqual([
      'ko-fi',
      'patreon',
      'website',
      'x',
    ]);
  });
});

describe('how it is looked up', () => {
  test.each([
    ['all', {}, 'creator_links_directory'],
    ['a platform', { platform: 'patreon' }, 'creator_links_by_platform'],
    ['words', { words: ['word42', 'art'] }, 'creator_links_words'],
    ['the beginning of a word', { words: ['name424'] }, 'creator_links_words'],
  ])('a page of %s reads its index and no whole table', async (_, filter, index) => {
    const query = directory()
      .query({ guildId: GUILD, nsfw: false, ...filter })
      .orderBy('id', 'desc')
      .limit(9);

    const plan = await explained(query);

    const scans = scansOf(plan.Plan);
    expect(scans).toContain(index);
    expect(scans).not.toContain('the whole of creator_links');
    expect(plan['Execution Time']).toBeLessThan(SLOWEST_MS);
  });

  test('suggestions for the library and for platforms take less than 50 ms', async () => {
    const library = new LibraryRepository(database.handle.db);
    const started = performance.now();
    const titles = await library.suggestTitles(GUILD, 'Chapter 19', 25);
    const tags = await library.suggestTags(GUILD, '#tag 1', 25);
    const platforms = await directory().platforms({ guildId: GUILD, nsfw: true }, 100);
    const each = (performance.now() - started) / 3;

    expect(titles[0]).toBe('Chapter 19');
    expect(titles).toHaveLength(25);
    expect(tags).toHaveLength(11);
    expect(platforms).toHaveLength(4);
    expect(each).toBeLessThan(SLOWEST_MS);
  });
});
