import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { parseUsers } from '../src/mass-bans/parse-users.ts';
import { caseOf, newScene } from './scene.ts';

const SOON = { timeout: 20_000, interval: 100 };
const PATIENCE_MS = 40_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

function strangers(guild: TestGuild, count: number): string[] {
  return Array.from({ length: count }, (_, index) => guild.stranger(`raider${index}`).id);
}

test('reads ids and mentions, however they are separated, each once', () => {
  expect(
    parseUsers('<@100000000000000001><@!100000000000000002>, 100000000000000003\n100000000000000001'),
  ).toEqual(['100000000000000001', '100000000000000002', '100000000000000003']);
});

test('asks first, then bans each with a case of their own', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const [stranger = ''] = strangers(guild, 1);

  const question = await alice.slash('mass-ban', { users: `<@${mallory.id}> ${stranger}`, reason: 'Raid' });
  expect(question.text).toContain('Ban 2 people?');
  expect(question.isEphemeral).toBe(true);
  expect(guild.sandbox.bans.size).toBe(0);

  const reply = await alice.click(question, 'Ban 2 people');
  await vi.waitFor(() => expect(reply.text).toBe('Banned 2 people (cases #1 to #2).'), SOON);
  expect([...guild.sandbox.bans.keys()].toSorted()).toEqual([mallory.id, stranger].toSorted());
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'ban', state: 'done', reason: 'Raid' });
  await expect(caseOf(guild, 2)).resolves.toMatchObject({ type: 'ban', state: 'done', reason: 'Raid' });
});

test('a cancelled mass ban bans nobody, and cannot be confirmed any more', async () => {
  const { guild, alice } = await newScene(bot);
  const question = await alice.slash('mass-ban', { users: strangers(guild, 2).join(' ') });
  const [id] = await unfinishedRuns(guild);

  const reply = await alice.click(question, 'Cancel');

  expect(reply.text).toBe('Nobody was banned.');
  await expect(container.moderation.bulk.confirm({ guildId: guild.id, id: id ?? '' }, 'token')).resolves.toBe(
    false,
  );
  expect(guild.sandbox.bans.size).toBe(0);
});

test('names who cannot be banned and why, and asks about the rest', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const [banned = ''] = strangers(guild, 1);
  await alice.slash('ban', { user: banned });

  const question = await alice.slash('mass-ban', {
    users: `${mallory.id} ${banned} ${guild.owner.id} ${alice.id} 100000000000000009`,
  });

  expect(question.text).toContain('Ban 1 person?');
  expect(question.text).toContain(`<@${banned}> is banned already.`);
  expect(question.text).toContain(`<@${guild.owner.id}> owns this server`);
  expect(question.text).toContain(`<@${alice.id}>: You cannot moderate yourself.`);
  expect(question.text).toContain('<@100000000000000009> is nobody that Discord knows.');
});

test('says so when nobody can be banned', async () => {
  const { guild, alice } = await newScene(bot);

  const reply = await alice.slash('mass-ban', { users: guild.owner.id });

  expect(reply.text).toContain('None of them can be banned:');
  expect(reply.buttons).toEqual([]);
});

test('refuses words that are no users, and names them', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('mass-ban', { users: 'mallory 100000000000000001 @trudy' });

  expect(reply.text).toBe(
    '`users` does not take `mallory`, `@trudy`. Give mentions or user ids (17 to 20 digits), separated by spaces or commas. Nobody was banned.',
  );
});

test('reports those whom Discord refused to ban', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice } = await newScene(bot);
  const question = await alice.slash('mass-ban', { users: strangers(guild, 2).join(' ') });
  bot.sandbox.faults.failNext({ method: 'PUT', template: '/guilds/{guild_id}/bans/{user_id}', status: 403 });

  const reply = await alice.click(question, 'Ban 2 people');

  await vi.waitFor(() => expect(reply.text).toContain('1 person could not be banned'), SOON);
  expect(reply.text).toContain('Banned 1 person (case #');
  expect(guild.sandbox.bans.size).toBe(1);
});

test('goes on where it was interrupted, and bans nobody twice', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice } = await newScene(bot);
  const users = strangers(guild, 3);
  await alice.slash('mass-ban', { users: users.join(' '), reason: 'Raid' });
  const [id = ''] = await unfinishedRuns(guild);
  const db = bot.database.handle.forPlugin('moderation');
  // As a process leaves it that was stopped after it had banned one of them and before it had written that down.
  await db.updateTable('moderation.bulk_runs').set({ state: 'running' }).where('id', '=', id).execute();
  await db
    .updateTable('moderation.bulk_items')
    .set({ triedAt: new Date(Date.now() - 60_000) })
    .where('runId', '=', id)
    .where('itemId', '=', users[0] ?? '')
    .execute();
  await alice.slash('ban', { user: users[0] ?? '', reason: 'Raid' });

  await container.moderation.resumeUnfinished();

  await vi.waitFor(() => expect(guild.sandbox.bans.size).toBe(3), SOON);
  await expect(caseOf(guild, 3)).resolves.toMatchObject({ type: 'ban' });
  await expect(caseOf(guild, 4)).rejects.toThrow('There is no case #4');
});

test('a softban removes the member with their messages and leaves no ban', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Buy this');

  const reply = await alice.slash('softban', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Softbanned <@${mallory.id}> (case #1).`);
  expect(guild.sandbox.member(mallory.id)).toBeUndefined();
  expect(guild.sandbox.bans.size).toBe(0);
  expect(bot.sandbox.messages(guild.channelId).map(({ content }) => content)).not.toContain('Buy this');
});

test('a softban does not lift a ban that there is', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory });
  const stranger = mallory.id;

  const reply = await alice.slash('softban', { user: stranger });

  expect(reply.text).toBe(`<@${stranger}> is not a member of this server.`);
  expect(guild.sandbox.bans.size).toBe(1);
});

async function unfinishedRuns(guild: TestGuild): Promise<string[]> {
  const rows = await bot.database.handle
    .forPlugin('moderation')
    .selectFrom('moderation.bulk_runs')
    .select('id')
    .where('guildId', '=', guild.id)
    .execute();
  return rows.map(({ id }) => id);
}
