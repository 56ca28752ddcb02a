import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseRepository } from '../src/database/case-repository.ts';
import { type CaseBan, ExpiryRepository } from '../src/database/expiry-repository.ts';
import {
  createModerationDatabase,
  type ModerationDatabase,
  newCase,
  TARGET_ID,
} from './moderation-database.ts';

const PAST = new Date('2020-01-01T00:00:00Z');
const FUTURE = new Date('2090-01-01T00:00:00Z');

let database: ModerationDatabase;
let expiries: ExpiryRepository;

beforeAll(async () => {
  database = await createModerationDatabase();
  expiries = new ExpiryRepository(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

async function newBan(guildId: string): Promise<CaseBan> {
  const opened = await new CaseRepository(database.db).open(newCase(guildId, { type: 'ban' }));
  return { guildId, userId: TARGET_ID, caseNumber: opened.number };
}

test('finds the end of a ban only when it is due', async () => {
  const ban = await newBan(await database.newGuild());

  await expiries.replace(ban, FUTURE);
  await expect(expiries.findDue(ban)).resolves.toBeUndefined();

  await expiries.replace(ban, PAST);
  await expect(expiries.findDue(ban)).resolves.toMatchObject({ ...ban, dueAt: PAST, attempts: 0 });
});

test('a later ban takes the place of an earlier one', async () => {
  const guildId = await database.newGuild();
  const [earlier, later] = [await newBan(guildId), await newBan(guildId)];
  await expiries.replace(earlier, PAST);
  await expiries.postpone(earlier, PAST);

  await expiries.replace(later, PAST);

  await expect(expiries.findDue(earlier)).resolves.toBeUndefined();
  await expect(expiries.findDue(later)).resolves.toMatchObject({ attempts: 0 });
});

test('a cancelled end is never due', async () => {
  const ban = await newBan(await database.newGuild());
  await expiries.replace(ban, PAST);

  await expiries.cancel(ban);

  await expect(expiries.findDue(ban)).resolves.toBeUndefined();
});

test('a postponed end counts its attempts', async () => {
  const ban = await newBan(await database.newGuild());
  await expiries.replace(ban, PAST);

  await expiries.postpone(ban, FUTURE);
  await expect(expiries.findDue(ban)).resolves.toBeUndefined();

  await expiries.postpone(ban, PAST);
  await expect(expiries.findDue(ban)).resolves.toMatchObject({ attempts: 2 });
});

test('lists what is overdue', async () => {
  const [overdue, coming] = [
    await newBan(await database.newGuild()),
    await newBan(await database.newGuild()),
  ];
  await expiries.replace(overdue, PAST);
  await expiries.replace(coming, FUTURE);

  const listed = await expiries.listDue(new Date(), 100);

  expect(listed).toContainEqual(expect.objectContaining(overdue));
  expect(listed).not.toContainEqual(expect.objectContaining(coming));
});

test('the end of a ban goes with its case', async () => {
  const ban = await newBan(await database.newGuild());
  await expiries.replace(ban, PAST);

  await database.db.deleteFrom('moderation.cases').where('guildId', '=', ban.guildId).execute();

  await expect(expiries.findDue(ban)).resolves.toBeUndefined();
});
