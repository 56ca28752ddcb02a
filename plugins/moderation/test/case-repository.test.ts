import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseRepository } from '../src/database/case-repository.ts';
import { createModerationDatabase, type ModerationDatabase, newCase } from './moderation-database.ts';

const MANY = 200;

let database: ModerationDatabase;
let cases: CaseRepository;

beforeAll(async () => {
  database = await createModerationDatabase();
  cases = new CaseRepository(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

test('numbers cases from 1 in each guild', async () => {
  const [first, second] = [await database.newGuild(), await database.newGuild()];

  const opened = [
    await cases.open(newCase(first)),
    await cases.open(newCase(first)),
    await cases.open(newCase(second)),
  ];

  expect(opened.map(({ number }) => number)).toEqual([1, 2, 1]);
});

test('numbers cases that are opened at once without gaps or repeats', async () => {
  const guildId = await database.newGuild();

  const opened = await Promise.all(Array.from({ length: MANY }, () => cases.open(newCase(guildId))));

  const numbers = opened.map(({ number }) => number).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
});

test('takes no number for a case that is refused', async () => {
  const guildId = await database.newGuild();
  await cases.open(newCase(guildId));

  await expect(cases.open(newCase(guildId, { reason: 'x'.repeat(1_001) }))).rejects.toThrow(/reason/);

  await expect(cases.open(newCase(guildId))).resolves.toMatchObject({ number: 2 });
});

test('takes no number for a case whose transaction fails', async () => {
  const guildId = await database.newGuild();

  const attempt = database.db.transaction().execute(async (transaction) => {
    await new CaseRepository(transaction).open(newCase(guildId));
    throw new Error('changed my mind');
  });

  await expect(attempt).rejects.toThrow('changed my mind');
  await expect(cases.open(newCase(guildId))).resolves.toMatchObject({ number: 1 });
});

test('opens a case with what it is given and nothing more', async () => {
  const guildId = await database.newGuild();

  const opened = await cases.open(newCase(guildId));

  expect(opened).toEqual({
    ...newCase(guildId),
    number: 1,
    auditEntryId: null,
    channelId: null,
    dmState: null,
    failure: null,
    follows: null,
    causedBy: null,
    liftFailure: null,
    createdAt: expect.any(Date),
    expiresAt: null,
    deletedAt: null,
  });
});

test('gets a case by its number', async () => {
  const guildId = await database.newGuild();
  const opened = await cases.open(newCase(guildId));

  await expect(cases.get(opened)).resolves.toEqual(opened);
});

test('says which case does not exist', async () => {
  const guildId = await database.newGuild();

  await expect(cases.get({ guildId, number: 7 })).rejects.toMatchObject({
    identifier: 'moderation.case-not-found',
    message: 'There is no case #7 in this server.',
  });
});

test('does not get a deleted case', async () => {
  const guildId = await database.newGuild();
  const opened = await cases.open(newCase(guildId));
  await database.db
    .updateTable('moderation.cases')
    .set({ deletedAt: new Date() })
    .where('guildId', '=', guildId)
    .execute();

  await expect(cases.get(opened)).rejects.toMatchObject({ identifier: 'moderation.case-not-found' });
});

test('completes a pending case with what became known', async () => {
  const guildId = await database.newGuild();
  const pending = await cases.open(newCase(guildId, { type: 'timeout', state: 'pending' }));
  const expiresAt = new Date('2030-01-01T00:00:00Z');

  const done = await cases.complete(pending, { dmState: 'closed', expiresAt });

  expect(done).toEqual({ ...pending, state: 'done', dmState: 'closed', expiresAt });
  await expect(cases.findPending(pending)).resolves.toBeUndefined();
});

test('keeps what completing says nothing about', async () => {
  const guildId = await database.newGuild();
  const expiresAt = new Date('2030-01-01T00:00:00Z');
  const pending = await cases.open(newCase(guildId, { state: 'pending', dmState: 'sent', expiresAt }));

  await expect(cases.complete(pending, {})).resolves.toMatchObject({ dmState: 'sent', expiresAt });
});

test('fails a pending case with the reason', async () => {
  const guildId = await database.newGuild();
  const pending = await cases.open(newCase(guildId, { type: 'kick', state: 'pending' }));

  await cases.fail(pending, 'they left the server.', 'sent');

  await expect(cases.get(pending)).resolves.toMatchObject({
    state: 'failed',
    failure: 'they left the server.',
    dmState: 'sent',
  });
});

test('does not fail a case that is done', async () => {
  const guildId = await database.newGuild();
  const pending = await cases.open(newCase(guildId, { state: 'pending' }));
  await cases.complete(pending, {});

  await cases.fail(pending, 'too late');

  await expect(cases.get(pending)).resolves.toMatchObject({ state: 'done', failure: null });
});

test('completes a case that was given up too early', async () => {
  const guildId = await database.newGuild();
  const pending = await cases.open(newCase(guildId, { state: 'pending' }));
  await cases.fail(pending, 'interrupted');

  await expect(cases.complete(pending, {})).resolves.toMatchObject({ state: 'done', failure: null });
});

test('lists the cases that have been pending for long', async () => {
  const guildId = await database.newGuild();
  const pending = await cases.open(newCase(guildId, { state: 'pending' }));
  await cases.open(newCase(guildId));
  const key = { guildId, number: pending.number };

  const before = await cases.listPending(new Date(pending.createdAt.getTime() - 1), 100);
  const after = await cases.listPending(new Date(Date.now() + 60_000), 100);

  expect(before).not.toContainEqual(key);
  expect(after).toContainEqual(key);
  expect(after).not.toContainEqual({ guildId, number: 2 });
});
