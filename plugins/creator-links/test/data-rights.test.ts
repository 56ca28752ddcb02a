import { container } from '@sapphire/pieces';
import { createTestDatabase } from '@twi/database/testing';
import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dataRights } from '../src/database/data-rights.ts';
import { migrations } from '../src/database/migrations/migrations.ts';
import { creatorLinksPlugin } from '../src/index.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [creatorLinksPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

async function erase(member: TestMember): Promise<void> {
  const question = await member.slash('privacy erase', { confirm: 'erase' });
  await member.click(question, 'Erase my data');
}

test('an export holds one’s links, and not which of the staff confirmed them', async () => {
  const { cat, staff } = await newScene(bot);
  await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org/mine' });
  await staff.slash('creator-link verify', { user: cat, title: 'Art' });

  await cat.slash('privacy export');
  const response = await fetch(cat.directMessages.at(-1)?.attachments[0]?.url ?? '');
  const exported = await response.text();

  expect(exported).toContain('https://example.org/mine');
  expect(exported).not.toContain(staff.id);
});

test('who has their data erased leaves no address behind, not even in what was undone or removed', async () => {
  const { cat, dog } = await newScene(bot);
  await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org/secret-one' });
  await cat.slash('creator-link edit', { title: 'Art', url: 'https://example.org/secret-two' });
  await cat.slash('creator-link remove', { title: 'Art' });
  await dog.slash('creator-link add', { title: 'Bones', url: 'https://example.org/stays' });

  await erase(cat);

  const { db } = bot.database.handle;
  const { rows } = await sql<{ found: string }>`
    select to_jsonb(t)::text as found from creator_links.creator_links t union all
    select to_jsonb(t)::text from creator_links.link_edits t union all
    select to_jsonb(t)::text from creator_links.creators t union all
    select to_jsonb(t)::text from core.audit_logs t`.execute(db);
  const everything = rows.map(({ found }) => found).join('\n');
  expect(everything).not.toContain('secret-');
  expect(everything).toContain('https://example.org/stays');
});

test('what the staff added to the library, and confirmed, stays without their names', async () => {
  const { guild, cat, staff } = await newScene(bot);
  await staff.slash('link add', { title: 'Rules', 'url-or-text': 'Be kind' });
  await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
  await staff.slash('creator-link verify', { user: cat, title: 'Art' });

  await erase(staff);

  expect((await cat.slash('link get', { title: 'rules' })).message.content).toContain('Be kind');
  const [link] = await container['creator-links'].linksOf({ guildId: guild.id, userId: cat.id, nsfw: false });
  expect(link?.verified).toBe(true);
  const { db } = bot.database.handle;
  const { rows } = await sql<{ by: string | null }>`
    select added_by as by from creator_links.links where guild_id = ${guild.id} union all
    select verified_by from creator_links.creator_links where guild_id = ${guild.id}`.execute(db);
  expect(rows).toEqual([{ by: null }, { by: null }]);
});

test('every column that refers to a person is declared', async () => {
  await using database = await createTestDatabase();
  await database.handle.migratePlugin('creator-links', migrations);
  const { rows } = await sql<{ table: string; column: string }>`
    select child.relname as table, attribute.attname as column
    from pg_constraint foreign_key
    join pg_class child on child.oid = foreign_key.conrelid
    join pg_attribute attribute on attribute.attrelid = child.oid and attribute.attnum = any (foreign_key.conkey)
    where foreign_key.confrelid = 'core.users'::regclass and child.relnamespace = 'creator_links'::regnamespace`.execute(
    database.handle.db,
  );

  const declared = Object.entries(dataRights).flatMap(([table, { person = [] }]) =>
    [person]
      .flat()
      .map((column) => ({ table, column: column.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`) })),
  );
  expect(declared).toEqual(expect.arrayContaining(rows));
});
