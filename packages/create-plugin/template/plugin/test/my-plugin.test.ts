import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot } from '@twi/testing';
// #if listener
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
// #else
//= import { afterAll, beforeAll, expect, test } from 'vitest';
// #endif
import { myPluginPlugin } from '../src/index.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [myPluginPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function newScene() {
  const guild = await bot.guild({ enable: ['my-plugin'] });
  return { guild, alice: guild.member({ username: 'alice' }), scores: container['my-plugin'] };
}

test('adds points up, per server', async () => {
  const [here, elsewhere] = [await newScene(), await newScene()];

  await here.scores.award(here.guild.id, here.alice.id);
  await here.scores.award(here.guild.id, here.alice.id);

  await expect(here.scores.pointsOf(here.guild.id, here.alice.id)).resolves.toBe(2);
  await expect(here.scores.pointsOf(elsewhere.guild.id, here.alice.id)).resolves.toBe(0);
});
// #if setting

test('gives as many points as the server wants', async () => {
  const { guild, alice, scores } = await newScene();
  await guild.owner.slash('config set', { plugin: 'my-plugin', key: 'pointsPerMessage', value: '5' });

  await scores.award(guild.id, alice.id);

  await expect(scores.pointsOf(guild.id, alice.id)).resolves.toBe(5);
});
// #endif
// #if listener

test('gives points for a message', async () => {
  const { guild, alice, scores } = await newScene();

  await alice.send('Hello');

  await vi.waitFor(async () => expect(await scores.pointsOf(guild.id, alice.id)).toBe(1), 5_000);
});
// #endif
// #if command

test('shows the points of a member, to the caller alone', async () => {
  const { guild, alice, scores } = await newScene();
  await scores.award(guild.id, alice.id);

  const reply = await alice.slash('my-plugin');

  expect(reply.text).toBe(`<@${alice.id}> has 1 point.`);
  expect(reply.isEphemeral).toBe(true);
});

test('suggests members with points', async () => {
  const { guild, alice, scores } = await newScene();
  await scores.award(guild.id, alice.id);

  const choices = await alice.autocomplete('my-plugin', { member: 'ali' }, 'member');

  expect(choices).toEqual([{ name: expect.stringContaining('(1)'), value: alice.id }]);
});

test('says what to give for a member', async () => {
  const { alice } = await newScene();

  const reply = await alice.slash('my-plugin', { member: 'nobody' });

  expect(reply.text).toBe('Choose a **member** from the suggestions, or give the id of one.');
});
// #endif
// #if button

test('brings the points up to date', async () => {
  const { guild, alice, scores } = await newScene();
  const shown = await alice.slash('my-plugin');
  await scores.award(guild.id, alice.id);

  const refreshed = await alice.click(shown, 'Refresh');

  expect(refreshed.text).toBe(`<@${alice.id}> has 1 point.`);
});
// #endif
// #if job

test('forgets who got no points for a year', async () => {
  const { guild, alice, scores } = await newScene();
  const bob = guild.member({ username: 'bob' });
  await scores.award(guild.id, alice.id);
  await scores.award(guild.id, bob.id);
  await bot.database.handle
    .forPlugin('my-plugin')
    .updateTable('my_plugin.scores')
    .set({ updatedAt: new Date('2020-01-01') })
    .where('userId', '=', alice.id)
    .execute();

  await bot.jobs.run('my-plugin/forget-inactive');

  await expect(scores.pointsOf(guild.id, alice.id)).resolves.toBe(0);
  await expect(scores.pointsOf(guild.id, bob.id)).resolves.toBe(1);
});
// #endif
