import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { utilityPlugin } from '../src/index.ts';
import { newChoicesScene } from './choices-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

async function exportOf(member: TestMember): Promise<string> {
  await member.slash('privacy export');
  const url = member.directMessages.at(-1)?.attachments[0]?.url;
  const response = await fetch(url ?? '');
  return response.text();
}

async function erase(member: TestMember): Promise<void> {
  const question = await member.slash('privacy erase', { confirm: 'erase' });
  await member.click(question, 'Erase my data');
}

test('what somebody did for the server stays when they have their data erased, without their name', async () => {
  const { guild, alice, bob, role } = await newChoicesScene(bot, '!');
  await alice.slash('role-admin add', { role: await role('News'), description: `Ask <@${alice.id}>` });
  await alice.slash('role-panel', { channel: guild.channelId });
  await alice.slash('custom add', { name: 'boss', text: `Ask <@${alice.id}>`, cooldown: 'none' });
  expect(await exportOf(alice)).toContain('"table":"custom commands"');

  await erase(alice);

  expect((await bob.prefix('!boss')).text).toBe('Ask <@0>');
  const [offered] = await container.utility.roles.list(guild.id);
  expect(offered?.description).toBe('Ask <@0>');
  const left = await exportOf(alice);
  for (const table of ['custom commands', 'self roles', 'role panels'])
    expect(left).not.toContain(`"table":"${table}"`);
});

test('whoever pinned something cannot be told once their data is erased, so the staff unpins it', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  await alice.slash('pin-admin add', { channel: guild.channelId });
  const message = await bob.send('Hello');
  await bob.contextMenu('Pin', message);
  await erase(bob);
  const pinned = bot.sandbox.messages(guild.channelId).find(({ id }) => id === message.id);
  if (!pinned) throw new Error('The message is gone.');

  expect((await bob.contextMenu('Pin', pinned)).text).toContain('Only who pinned this message');
  expect((await alice.contextMenu('Pin', pinned)).text).toContain('Unpinned');
});

test('who pinned what is forgotten after a year', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  await alice.contextMenu('Pin', await bob.send('Hello'));
  const pins = () =>
    bot.database.handle
      .forPlugin('utility')
      .selectFrom('utility.pins')
      .selectAll()
      .where('guildId', '=', guild.id)
      .execute();
  expect(await pins()).toHaveLength(1);

  await bot.clock.advance('366d');
  await bot.jobs.run('core/sweep-retention');

  expect(await pins()).toEqual([]);
});

test('when a command answered last is forgotten after its pause', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot, '!');
  await alice.slash('custom add', { name: 'rules', text: 'Be kind' });
  await bob.prefix('!rules');
  const uses = () =>
    bot.database.handle
      .forPlugin('utility')
      .selectFrom('utility.custom_command_uses')
      .selectAll()
      .where('guildId', '=', guild.id)
      .execute();
  expect(await uses()).toHaveLength(1);

  await bot.clock.advance('3d');
  await bot.jobs.run('core/sweep-retention');

  expect(await uses()).toEqual([]);
});

test('a role that is deleted is forgotten, and a role that asked for it stays closed', async () => {
  const { guild, alice, bob, role } = await newChoicesScene(bot);
  const [news, patron, art] = [await role('News'), await role('Patron'), await role('Art')];
  await alice.slash('role-admin add', { role: news });
  await alice.slash('role-admin add', { role: art, required: `<@&${patron}>` });
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);

  await discordGuild.roles.delete(news);
  await discordGuild.roles.delete(patron);
  await expect
    .poll(async () => (await container.utility.roles.list(guild.id)).map(({ roleId }) => roleId))
    .toEqual([art]);

  expect((await bob.slash('role', { role: art })).text).toContain('is only for who has one of these');
  expect((await alice.slash('roles')).text).toContain(
    'Nobody can take it: the roles that it asks for were deleted.',
  );
});

test('a role and a channel that were deleted while the bot was away are forgotten when it is back', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  const news = await role('News');
  const channel = guild.sandbox.addChannel({ name: 'art' });
  await alice.slash('role-admin add', { role: news });
  await alice.slash('pin-admin add', { channel });
  await bot.stop();
  for (const path of [`guilds/${guild.id}/roles/${news}`, `channels/${channel.id}`])
    await fetch(`${bot.sandbox.apiUrl}/v10/${path}`, {
      method: 'DELETE',
      headers: { authorization: `Bot ${bot.sandbox.token}` },
    });
  await bot.restart();

  await expect.poll(() => container.utility.roles.list(guild.id), { timeout: 10_000 }).toEqual([]);
  await expect.poll(() => container.utility.pins.channels.list(guild.id), { timeout: 10_000 }).toEqual([]);
});
