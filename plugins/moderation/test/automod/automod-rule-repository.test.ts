import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RuleContent } from '../../src/automod/rules/rule.ts';
import { AutomodRuleRepository } from '../../src/database/automod-rule-repository.ts';
import { createModerationDatabase, MODERATOR_ID, type ModerationDatabase } from '../moderation-database.ts';

let database: ModerationDatabase;
let rules: AutomodRuleRepository;
beforeAll(async () => {
  database = await createModerationDatabase();
  rules = new AutomodRuleRepository(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

function content(name: string): RuleContent {
  return {
    name,
    isEnabled: true,
    isDryRun: false,
    definition: {
      condition: { type: 'links', mode: 'any', domains: [] },
      actions: [{ type: 'delete' }],
      exemptRoleIds: [],
      exemptChannelIds: [],
    },
  };
}

const change = (name: string) => ({ content: content(name), changedBy: MODERATOR_ID });

test('numbers rules from 1 in each guild, and never gives a number again', async () => {
  const [here, there] = [await database.newGuild(), await database.newGuild()];
  await rules.add(here, change('One'));
  await rules.add(here, change('Two'));
  await rules.remove({ guildId: here, number: 2 });

  await expect(rules.add(here, change('Three'))).resolves.toMatchObject({ number: 3, version: 1 });
  await expect(rules.add(there, change('One'))).resolves.toMatchObject({ number: 1 });
});

test('raises the version with every change', async () => {
  const guildId = await database.newGuild();
  await rules.add(guildId, change('One'));

  await expect(rules.change({ guildId, number: 1 }, change('Uno'))).resolves.toMatchObject({
    name: 'Uno',
    version: 2,
    changedBy: MODERATOR_ID,
  });
});

test('refuses a name twice, whatever the case, unless the other rule is removed', async () => {
  const guildId = await database.newGuild();
  await rules.add(guildId, change('Links'));

  await expect(rules.add(guildId, change('LINKS'))).rejects.toThrow('Another automod rule is called "LINKS"');
  await rules.remove({ guildId, number: 1 });
  await expect(rules.add(guildId, change('LINKS'))).resolves.toMatchObject({ number: 2 });
  await expect(rules.restore({ guildId, number: 1 }, 'Links')).rejects.toThrow('is called "Links"');
});

test('restores a removed rule as it was, and says when there is none', async () => {
  const guildId = await database.newGuild();
  const added = await rules.add(guildId, change('Links'));
  await rules.remove(added);

  await expect(rules.restore(added, 'Links')).resolves.toBe(true);
  await expect(rules.restore(added, 'Links')).resolves.toBe(false);
  await expect(rules.get(added)).resolves.toEqual(added);
});

test('finds no removed rule', async () => {
  const guildId = await database.newGuild();
  const added = await rules.add(guildId, change('Links'));
  await rules.remove(added);

  await expect(rules.get(added)).rejects.toThrow('There is no automod rule #1');
  await expect(rules.change(added, change('Other'))).rejects.toThrow('There is no automod rule #1');
  await expect(rules.remove(added)).rejects.toThrow('There is no automod rule #1');
  await expect(rules.listAll(guildId)).resolves.toEqual([]);
});

test('takes a hundred rules and no more', async () => {
  const guildId = await database.newGuild();
  for (let count = 1; count <= 100; count += 1) await rules.add(guildId, change(`Rule ${count}`));

  await expect(rules.add(guildId, change('Too many'))).rejects.toThrow('the most that there can be');
});

test('adds rules at once without repeating a number', async () => {
  const guildId = await database.newGuild();

  const added = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      database.db.transaction().execute(async (transaction) => {
        const within = new AutomodRuleRepository(transaction);
        await within.lockGuild(guildId);
        return within.add(guildId, change(`Rule ${index}`));
      }),
    ),
  );

  expect(added.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test('goes with its guild', async () => {
  const guildId = await database.newGuild();
  await rules.add(guildId, change('Links'));

  await sql`delete from core.guilds where id = ${guildId}`.execute(database.handle.db);

  await expect(rules.listAll(guildId)).resolves.toEqual([]);
});
