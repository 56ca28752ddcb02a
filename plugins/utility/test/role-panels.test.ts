import { startTestBot, type TestBot, type TestGuild, textOf } from '@twi/testing';
import { type APIMessage, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { utilityPlugin } from '../src/index.ts';
import { type ChoicesScene, newChoicesScene } from './choices-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

interface Menu {
  readonly custom_id: string;
  readonly placeholder: string;
  readonly max_values: number;
  readonly options: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[];
}

function menusOf(message: APIMessage): Menu[] {
  return (message.components ?? []).flatMap((row) =>
    'components' in row ? (row.components as unknown as Menu[]) : [],
  );
}

/** The newest message that everybody sees in the channel. */
function posted(guild: TestGuild): APIMessage {
  const message = bot.sandbox.messages(guild.channelId).at(-1);
  if (!message) throw new Error('Nothing was posted.');
  return message;
}

/** Roles to choose, by their names: two colours that exclude each other, and two topics. */
async function newPanel(scene: ChoicesScene, category?: string) {
  const { guild, alice, role } = scene;
  const ids = new Map<string, string>();
  for (const name of ['Red', 'Blue', 'News', 'Art']) ids.set(name, await role(name));
  const id = (name: string): string => ids.get(name) ?? '';
  for (const name of ['Red', 'Blue'])
    await alice.slash('role-admin add', { role: id(name), category: 'Looks', group: 'Colours' });
  for (const name of ['News', 'Art'])
    await alice.slash('role-admin add', { role: id(name), category: 'Topics', emoji: '📰' });
  const answer = await alice.slash('role-panel', {
    channel: guild.channelId,
    ...(category !== undefined && { category }),
  });
  return { answer, panel: posted(guild), id };
}

test('a panel has a menu for each exclusive group and category', async () => {
  const scene = await newChoicesScene(bot);
  const { answer, panel } = await newPanel(scene);

  expect(answer.text).toContain(`Posted in <#${scene.guild.channelId}>: https://discord.com/channels/`);
  expect(
    menusOf(panel).map(({ placeholder, max_values, options }) => [
      placeholder,
      max_values,
      options.map(({ label }) => label),
    ]),
  ).toEqual([
    ['Colours: one of these', 1, ['Blue', 'Red']],
    ['Topics: any of these', 2, ['Art', 'News']],
  ]);
});

test('choosing in a panel gives roles and takes none, and shows what somebody has, to give back', async () => {
  const scene = await newChoicesScene(bot);
  const { guild, bob, rolesOf } = scene;
  const { panel, id } = await newPanel(scene);

  await bob.select(panel, 'Topics: any of these', [id('Art')]);
  const answer = await bob.select(panel, 'Topics: any of these', [id('News')]);

  expect(answer.isEphemeral).toBe(true);
  expect(rolesOf(bob)).toEqual(['Art', 'News']);
  const [own] = menusOf(answer.message);
  expect(own?.options.map(({ label, default: isChosen }) => [label, isChosen])).toEqual([
    ['Art', true],
    ['News', true],
  ]);

  const changed = await bob.select(answer, 'Your roles: take or give back', [id('Art')]);
  expect(changed.text).toContain(`You no longer have <@&${id('News')}>.`);
  expect(rolesOf(bob)).toEqual(['Art']);
  expect(posted(guild).id).toBe(panel.id);

  const none = await bob.select(changed, 'Your roles: take or give back', []);
  expect(none.text).toContain('You have none of the roles from here.');
  expect(rolesOf(bob)).toEqual([]);
});

test('of a group one is taken, whoever clicks how fast', async () => {
  const scene = await newChoicesScene(bot);
  const { bob, rolesOf } = scene;
  const { panel, id } = await newPanel(scene);

  await Promise.all(
    ['Red', 'Blue', 'Red', 'Blue'].map((name) => bob.select(panel, 'Colours: one of these', [id(name)])),
  );
  expect(rolesOf(bob)).toHaveLength(1);

  await bob.select(panel, 'Colours: one of these', [id('Red')]);
  const again = await bob.select(panel, 'Colours: one of these', [id('Red')]);
  expect(again.text).toContain('Nothing changed.');
  expect(rolesOf(bob)).toEqual(['Red']);
});

test('a panel works after a restart', async () => {
  const scene = await newChoicesScene(bot);
  const { bob, rolesOf } = scene;
  const { panel, id } = await newPanel(scene, 'topics');
  expect(panel.embeds[0]?.title).toBe('Topics');
  const before = await bob.select(panel, 'Topics: any of these', [id('News')]);

  await bot.restart();
  await bob.select(before, 'Your roles: take or give back', []);
  await bob.select(panel, 'Topics: any of these', [id('Art')]);

  expect(rolesOf(bob)).toEqual(['Art']);
});

test('panels follow what the staff changes, and roles that are deleted or renamed', async () => {
  const scene = await newChoicesScene(bot);
  const { guild, alice, bob, rolesOf } = scene;
  const { panel, id } = await newPanel(scene, 'Topics');
  const labels = () => menusOf(posted(guild)).flatMap(({ options }) => options.map(({ label }) => label));
  const refresh = () => bot.jobs.run('utility/refresh-role-panels', { guildId: guild.id });
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);

  await alice.slash('role-admin remove', { role: id('News') });
  await refresh();
  expect(labels()).toEqual(['Art']);
  const stale = await bob.select(panel, 'Topics: any of these', []);
  expect(stale.text).toContain('Nothing changed.');

  await alice.slash('undo');
  await refresh();
  expect(labels()).toEqual(['Art', 'News']);

  await discordGuild.roles.edit(id('Art'), { name: 'Zeichnen' });
  await expect.poll(labels, { timeout: 10_000 }).toEqual(['News', 'Zeichnen']);

  await discordGuild.roles.delete(id('Art'));
  await expect.poll(labels, { timeout: 10_000 }).toEqual(['News']);

  await discordGuild.roles.edit(id('News'), { permissions: ['BanMembers'] });
  await expect.poll(() => textOf(posted(guild)), { timeout: 10_000 }).toContain('nothing to choose here');
  expect(rolesOf(bob)).toEqual([]);
});

test('a role that got powers of the staff since is given to nobody', async () => {
  const scene = await newChoicesScene(bot);
  const { guild, bob, rolesOf } = scene;
  const { panel, id } = await newPanel(scene);
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  await discordGuild.roles.edit(id('News'), { permissions: ['BanMembers'] });

  const answer = await bob.select(panel, 'Topics: any of these', [id('News')]);

  expect(answer.text).toContain(`I cannot change <@&${id('News')}> at the moment.`);
  expect(rolesOf(bob)).toEqual([]);
});

test('a panel whose message was deleted is forgotten', async () => {
  const scene = await newChoicesScene(bot);
  const { guild } = scene;
  const { panel } = await newPanel(scene);
  await guild.owner.delete(panel);
  const panels = () =>
    bot.database.handle
      .forPlugin('utility')
      .selectFrom('utility.role_panels')
      .selectAll()
      .where('guildId', '=', guild.id)
      .execute();
  expect(await panels()).toHaveLength(1);

  await bot.jobs.run('utility/refresh-role-panels', { guildId: guild.id });

  expect(await panels()).toEqual([]);
});

test('more roles than a menu takes go into several, and what does not fit is said', async () => {
  const scene = await newChoicesScene(bot);
  const { guild, alice, role } = scene;
  for (let number = 1; number <= 27; number += 1) {
    const id = await role(`Topic ${String(number).padStart(2, '0')}`);
    await alice.slash('role-admin add', { role: id, category: 'Topics' });
  }
  for (const name of ['A', 'B', 'C', 'D'])
    await alice.slash('role-admin add', { role: await role(name), category: `Zoo ${name}` });

  await alice.slash('role-panel', { channel: guild.channelId });

  expect(menusOf(posted(guild)).map(({ options }) => options.length)).toEqual([25, 2, 1, 1, 1]);
  expect(textOf(posted(guild))).toContain('There is more than fits here: type /roles.');
});

test('a panel is refused where it would be empty or cannot be posted', async () => {
  const scene = await newChoicesScene(bot);
  const { guild, alice } = scene;
  const post = async (category?: string) =>
    (await alice.slash('role-panel', { channel: guild.channelId, ...(category && { category }) })).text;

  expect(await post()).toContain('There is no role to choose yet.');
  await newPanel(scene);
  expect(await post('Food')).toBe('No role to choose is in the category "Food". There is Looks, Topics.');
  expect(
    (await alice.autocomplete('role-panel', { category: 'to' }, 'category')).map(({ name }) => name),
  ).toEqual(['Topics']);
  const closed = guild.sandbox.addChannel({
    name: 'closed',
    permission_overwrites: [
      { id: guild.id, type: OverwriteType.Role, deny: String(PermissionFlagsBits.EmbedLinks) },
    ],
  });
  expect((await alice.slash('role-panel', { channel: closed })).text).toBe(
    `I need **Embed Links** in <#${closed.id}> to post there.`,
  );
});

test('a server has 25 panels at most, of which those that were deleted are none', async () => {
  const scene = await newChoicesScene(bot);
  const { guild, alice } = scene;
  const { panel } = await newPanel(scene);
  const post = async () => (await alice.slash('role-panel', { channel: guild.channelId })).text;
  for (let number = 2; number <= 25; number += 1) await post();
  expect(await post()).toContain('This server has 25 role panels');

  await guild.owner.delete(panel);

  expect(await post()).toContain('Posted in');
});

test('a panel speaks the language of the server', async () => {
  const scene = await newChoicesScene(bot);
  const { guild } = scene;
  await guild.owner.slash('config set', { plugin: 'core', key: 'locale', value: 'de' });

  const { panel } = await newPanel(scene);

  expect(panel.embeds[0]?.title).toBe('Such dir Rollen aus');
  expect(menusOf(panel)[0]?.placeholder).toBe('Colours: eine davon');
});
