import { container } from '@sapphire/pieces';
import { contextOf } from '@twi/sdk';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { UtilityContext } from '../src/context.ts';
import { utilityPlugin } from '../src/index.ts';
import { RoleChoices } from '../src/roles/role-choices.ts';
import { newChoicesScene, takeFromBot } from './choices-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('a member takes a role that the staff offers, and gives it back', async () => {
  const { alice, bob, role, rolesOf, guild } = await newChoicesScene(bot);
  const news = await role('News');
  await alice.slash('role-admin add', { role: news, category: 'Topics', description: 'Told of news' });

  const taken = await bob.slash('role', { role: news });
  expect(taken.isEphemeral).toBe(true);
  expect(taken.text).toBe(`You now have <@&${news}>.\n\nAll your roles from here: <@&${news}>`);
  expect(rolesOf(bob)).toEqual(['News']);
  expect(guild.sandbox.auditLog.at(-1)?.reason).toBe('bob: chosen with /role');

  const given = await bob.slash('role', { role: news });
  expect(given.text).toBe(`You no longer have <@&${news}>.\n\nYou have none of the roles from here.`);
  expect(rolesOf(bob)).toEqual([]);
});

test('nobody takes a role that is not offered', async () => {
  const { bob, role, rolesOf } = await newChoicesScene(bot);
  const secret = await role('Secret');

  const answer = await bob.slash('role', { role: secret });

  expect(answer.text).toBe(`<@&${secret}> is none of the roles that you can take. \`/roles\` shows those.`);
  expect(rolesOf(bob)).toEqual([]);
});

test('a role that somebody has and that is not offered stays', async () => {
  const { guild, alice, rolesOf } = await newChoicesScene(bot);
  const own = guild.sandbox.member(alice.id)?.roleIds[0] ?? '';

  for (const role of [own, guild.id])
    expect((await alice.slash('role', { role })).text).toContain('is none of the roles that you can take.');

  expect(guild.sandbox.member(alice.id)?.roleIds).toEqual([own]);
  expect(rolesOf(alice)).toEqual([]);
});

test('a role of an exclusive group takes the place of the other, in one request', async () => {
  const { alice, bob, role, rolesOf } = await newChoicesScene(bot);
  const [red, blue, news] = [await role('Red'), await role('Blue'), await role('News')];
  for (const id of [red, blue]) await alice.slash('role-admin add', { role: id, group: 'Colours' });
  await alice.slash('role-admin add', { role: news });
  await bob.slash('role', { role: news });
  await bob.slash('role', { role: red });
  bot.sandbox.clearRequests();

  const answer = await bob.slash('role', { role: blue });

  expect(answer.text).toContain(`You now have <@&${blue}>.\nYou no longer have <@&${red}>.`);
  expect(rolesOf(bob)).toEqual(['Blue', 'News']);
  const changes = bot.sandbox.requests.filter(
    ({ method, path }) => method !== 'GET' && path.includes('/members/'),
  );
  expect(changes.map(({ method }) => method)).toEqual(['PATCH']);
});

test('of several roles of a group that are taken at once one is left', async () => {
  const { alice, bob, carol, role, rolesOf } = await newChoicesScene(bot);
  const colours: string[] = [];
  for (const name of ['Red', 'Blue', 'Green', 'Grey']) {
    const id = await role(name);
    colours.push(id);
    await alice.slash('role-admin add', { role: id, group: 'Colours' });
  }

  await Promise.all(
    [bob, carol].flatMap((member) => colours.map((id) => member.slash('role', { role: id }))),
  );

  expect(rolesOf(bob)).toHaveLength(1);
  expect(rolesOf(carol)).toHaveLength(1);
});

test('two processes that change one member leave one role of a group', async () => {
  const { guild, alice, bob, role, rolesOf } = await newChoicesScene(bot);
  const [red, blue] = [await role('Red'), await role('Blue')];
  for (const id of [red, blue]) await alice.slash('role-admin add', { role: id, group: 'Colours' });
  const command = container.stores.get('commands').get('role');
  if (!command) throw new Error('There is no command.');
  const { roles, roleChoices } = container.utility;
  // Another with turns of its own: only the database keeps the two apart.
  const elsewhere = new RoleChoices(contextOf(command) as unknown as UtilityContext, roles); // -- the same context, typed
  const member = await (await bot.host.client.guilds.fetch(guild.id)).members.fetch(bob.id);

  for (let round = 0; round < 3; round += 1) {
    await Promise.all([roleChoices.take(member, [red]), elsewhere.take(member, [blue])]);
    expect(rolesOf(bob)).toHaveLength(1);
  }
});

test('a role that asks for another is for who has that', async () => {
  const { alice, bob, carol, role, rolesOf, guild } = await newChoicesScene(bot);
  const [member, patron, art] = [await role('Member'), await role('Patron'), await role('Art')];
  await alice.slash('role-admin add', { role: art, required: `<@&${member}><@&${patron}>` });
  guild.sandbox.removeMember(carol.id);
  guild.sandbox.addMember(carol.id, { roleIds: [patron] });

  expect((await bob.slash('role', { role: art })).text).toBe(
    `<@&${art}> is only for who has one of these: <@&${member}>, <@&${patron}>.`,
  );
  expect((await bob.slash('roles')).text).toContain('There is no role that you can take here.');

  expect((await carol.slash('roles')).text).toContain(`• <@&${art}> – for <@&${member}>, <@&${patron}>`);
  await carol.slash('role', { role: art });
  expect(rolesOf(carol)).toEqual(['Art', 'Patron']);
});

test('roles are listed by category, weight and name, with what somebody has, on as many pages as it takes', async () => {
  const { alice, bob, role } = await newChoicesScene(bot);
  const ids = new Map<string, string>();
  for (const name of ['Zoo', 'Apple', 'Möhre', '日本']) ids.set(name, await role(name));
  const add = (name: string, category: string, weight = 0) =>
    alice.slash('role-admin add', { role: ids.get(name) ?? '', category, weight });
  await add('Zoo', 'Fruit', -5);
  await add('Apple', 'Fruit');
  await add('Möhre', 'Fruit', 10);
  await add('日本', '言語');
  await bob.slash('role', { role: ids.get('Apple') ?? '' });

  const list = await bob.slash('roles');

  expect(String(list)).toMatchInlineSnapshot(`
    "Twi (only you can see this):
      | # Roles to choose
      | **Fruit**
      | • @Zoo
      | • @Apple ✅
      | • @Möhre
      |
      | **言語**
      | • @日本
      |
      | Take one with \`/role\`; the same again gives it back."
  `);
  for (let number = 1; number <= 12; number += 1)
    await alice.slash('role-admin add', { role: await role(`More ${number}`), category: 'Many' });
  const first = await bob.slash('roles');
  const next = await bob.click(first, 'Next');
  expect(next.text).toContain('言語');
  expect(next.buttons).toEqual(['Previous']);
});

test.each([
  ['Administrator', 'carries powers of the staff (Administrator)'],
  ['BanMembers', 'carries powers of the staff (Ban Members)'],
  ['ManageGuild', 'carries powers of the staff (Manage Server)'],
] as const)('a role with %s is not offered', async (permission, why) => {
  const { guild, role } = await newChoicesScene(bot);
  const staff = await role('Staff', [permission]);

  expect((await guild.owner.slash('role-admin add', { role: staff })).text).toContain(why);
  expect(await container.utility.roles.list(guild.id)).toEqual([]);
});

test('a role that cannot be given is not offered, and the staff reads how to mend it', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  const bots = guild.sandbox.roles.find(({ botId }) => botId !== undefined)?.id ?? '';
  const high = guild.sandbox.addRole({ name: 'High', position: 1_000 }).id;
  await role('Low');

  const add = async (id: string) => (await guild.owner.slash('role-admin add', { role: id })).text;
  expect(await add(guild.id)).toContain('@everyone is what each member has already');
  expect(await add(bots)).toContain('belongs to a bot, and Discord lets nobody else give it');
  expect(await add(high)).toBe(
    `<@&${high}> stands above <@&${bots}>, my highest role, so I cannot give it. Open Server Settings › Roles, and drag <@&${bots}> above <@&${high}>.`,
  );
  const own = guild.sandbox.member(alice.id)?.roleIds[0] ?? '';
  const answer = await guild.owner.slash('role-admin add', { role: own });
  expect(answer.text).toContain('carries powers of the staff');
});

test('the staff offers only roles below their own', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  await role('Low');
  const own = guild.sandbox.member(alice.id)?.roleIds[0];
  const position = guild.sandbox.roles.find(({ id }) => id === own)?.position ?? 0;
  const higher = guild.sandbox.addRole({ name: 'Higher', position: position + 1 }).id;
  await role('Other');

  const answer = await alice.slash('role-admin add', { role: higher });

  expect(answer.text).toContain('stands as high as your highest role or higher');
});

test('bad options are refused by name, and nothing is offered', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  const news = await role('News');
  const add = async (options: Record<string, string>) =>
    (await alice.slash('role-admin add', { role: news, ...options })).text;

  expect(await add({ emoji: 'smile' })).toContain('`emoji` is "smile". Give one emoji');
  expect(await add({ required: '@Nobody' })).toContain('`required` has "@Nobody"');
  expect(await add({ required: `<@&${news}>` })).toContain('names the role itself');
  expect(await add({ category: '   ' })).toContain('`category` is empty');
  expect(await container.utility.roles.list(guild.id)).toEqual([]);

  await add({ emoji: '📰' });
  expect(await add({})).toContain('Members may take');
  expect((await alice.slash('role-admin edit', { role: news })).text).toContain('Say what to change');
  expect((await alice.slash('role-admin edit', { role: await role('X'), weight: 1 })).text).toContain(
    'is none of the roles that members may take',
  );
});

test('an emoji may be plain, and no category is the usual one', async () => {
  const { alice, role } = await newChoicesScene(bot);
  const news = await role('News');

  const added = await alice.slash('role-admin add', { role: news, category: 'Topics', emoji: '❤' });
  const edited = await alice.slash('role-admin edit', { role: news, category: 'none' });

  expect(added.text).toContain('Emoji\n❤\uFE0F');
  expect(edited.text).toContain('Category\nRoles');
});

test('two who offer a role at once offer it once', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  const news = await role('News');

  const answers = await Promise.all(
    [alice, guild.owner].map((member) => member.slash('role-admin add', { role: news })),
  );

  expect(answers.filter(({ text }) => text.includes('already'))).toHaveLength(1);
  expect(await container.utility.roles.list(guild.id)).toHaveLength(1);
});

test('members read kindly that a role cannot be given, and the staff reads why', async () => {
  const { guild, alice, bob, role } = await newChoicesScene(bot);
  const news = await role('News');
  await alice.slash('role-admin add', { role: news });

  await takeFromBot(bot, guild, 'ManageRoles', true);
  expect((await bob.slash('role', { role: news })).text).toContain(
    `I cannot change <@&${news}> at the moment.`,
  );
  expect((await alice.slash('role', { role: news })).text).toContain(
    'Discord says that I lack **Manage Roles**',
  );

  await takeFromBot(bot, guild, 'ManageRoles');
  expect((await bob.slash('role', { role: news })).text).toContain(
    `I cannot change <@&${news}> at the moment.`,
  );
  expect((await alice.slash('role', { role: news })).text).toContain(
    'I need the permission **Manage Roles**',
  );
  expect((await alice.slash('roles')).text).toContain('⚠️ I need the permission **Manage Roles**');
});

test('what the staff changes can be undone and repeated, unless somebody changed it since', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  const news = await role('News');
  const category = async () => (await container.utility.roles.list(guild.id))[0]?.category;
  await alice.slash('role-admin add', { role: news, category: 'Topics' });
  await alice.slash('role-admin edit', { role: news, category: 'Other' });

  expect((await alice.slash('undo')).text).toContain(`<@&${news}> is changed back.`);
  expect(await category()).toBe('Topics');
  expect((await alice.slash('redo')).text).toContain(`<@&${news}> is changed back.`);
  expect(await category()).toBe('Other');

  await alice.slash('role-admin remove', { role: news });
  expect(await category()).toBeUndefined();
  expect((await alice.slash('undo')).text).toContain(`Members may take <@&${news}> again.`);
  expect(await category()).toBe('Other');

  await guild.owner.slash('role-admin edit', { role: news, category: 'Owned' });
  expect((await alice.slash('undo')).text).toContain('Somebody changed');
  expect(await category()).toBe('Owned');
});

test('members neither see nor use what is for the staff', async () => {
  const { bob } = await newChoicesScene(bot);

  expect(bob.commands).toEqual(expect.arrayContaining(['role', 'roles', 'custom', 'Pin']));
  expect(bob.commands).not.toContain('role-admin');
  expect(bob.commands).not.toContain('role-panel');
  expect(bob.commands).not.toContain('pin-admin');
});

test('people read of their roles in their language', async () => {
  const { guild, alice, role } = await newChoicesScene(bot);
  const news = await role('News');
  await alice.slash('role-admin add', { role: news });

  const heidi = guild.member({ locale: 'de' });
  expect((await heidi.slash('role', { role: news })).text).toContain(`Du hast jetzt <@&${news}>.`);
  const ines = guild.member({ locale: 'es-ES' });
  expect((await ines.slash('role', { role: news })).text).toContain(`Ahora tienes <@&${news}>.`);
});
