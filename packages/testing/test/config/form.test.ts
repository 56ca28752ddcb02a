import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBot } from '../../src/test-bot.ts';
import type { TestMember } from '../../src/test-member.ts';
import type { TestReply } from '../../src/test-reply.ts';
import { kindsPlugin } from './every-kind.ts';

const TYPE_IN = '✏️ Type in';

let bot: TestBot;

beforeAll(async () => {
  bot = await TestBot.start({ plugins: [kindsPlugin] });
}, 60_000);
afterAll(() => bot[Symbol.asyncDispose]());

/** The page of the form that says something of a field. */
async function pageWith(member: TestMember, title: string): Promise<TestReply> {
  let page = await member.slash('config edit', { plugin: 'kinds' });
  while (!page.text.includes(`**${title}**`)) page = await member.click(page, 'Next');
  return page;
}

/** The custom id of a field's menu. */
function menuOf(page: TestReply, field: string): string {
  const rows = page.message.components ?? [];
  const ids = rows.flatMap((row) =>
    'components' in row ? row.components.map((one) => ('custom_id' in one ? one.custom_id : '')) : [],
  );
  return ids.find((id) => id.endsWith(`.${field}`)) ?? `no menu of ${field}`;
}

function valueOf(page: TestReply, title: string): string | undefined {
  const line = page.text.split('\n').find((one) => one.includes(`**${title}**: `));
  return line?.replace(/^.*?\*\*: /, '');
}

test('what is picked is chosen in menus', async () => {
  const guild = await bot.guild();
  const role = guild.sandbox.addRole({ name: 'Staff' }).id;
  const other = guild.sandbox.addRole({ name: 'Helpers' }).id;
  const bob = guild.member({ username: 'bob' }).id;
  const picks = [
    ['Switch', 'switch', ['true'], 'yes'],
    ['Mode', 'mode', ['delete'], 'Delete it'],
    ['Channel', 'channel', [guild.channelId], `<#${guild.channelId}>`],
    ['Channels', 'channels', [guild.channelId], `<#${guild.channelId}>`],
    ['Role', 'role', [role], `<@&${role}>`],
    ['Roles', 'roles', [role, other], `<@&${role}>, <@&${other}>`],
    ['User', 'user', [bob], `<@${bob}>`],
    ['Users', 'users', [bob], `<@${bob}>`],
    ['Channel', 'channel', [], '–'],
  ] as const;

  for (const [title, field, values, expected] of picks) {
    const page = await pageWith(guild.owner, title);
    const after = await guild.owner.select(page, menuOf(page, field), values);

    expect(valueOf(after, title)).toBe(expected);
  }
});

test('the rest is typed in forms that begin with what holds', async () => {
  const guild = await bot.guild();
  const role = guild.sandbox.addRole({ name: 'Staff' }).id;
  const typed = [
    ['Text', 'text', 'Hi', 'Hi'],
    ['Note', 'note', 'One\nTwo', 'One'],
    ['Number', 'number', '9', '9'],
    ['Share', 'share', '0.25', '0.25'],
    ['Grace', 'grace', '2h', '2h'],
    ['Colour', 'colour', '#00ff00', '`#00ff00`'],
    ['Emoji', 'emoji', '🎉', '🎉'],
    ['Domains', 'domains', 'a.org\nb.org', 'a.org, b.org'],
    ['Steps', 'steps', '1m, 2m', '1m, 2m'],
    ['Points', 'points', '@Staff=4', `<@&${role}> = 4`],
    ['Shape', 'shape', '{"x":1}', '{"x":1}'],
    ['Number', 'number', '', '3 _(default)_'],
    ['Domains', 'domains', '', '– _(default)_'],
  ] as const;

  for (const [title, field, text, expected] of typed) {
    const form = await guild.owner.click(await pageWith(guild.owner, title), TYPE_IN);
    const after = await guild.owner.submit(form, { [field]: text });

    expect(valueOf(after, title)).toBe(expected);
  }
});

test('everything that was typed wrongly is named at once, and nothing changes', async () => {
  const guild = await bot.guild();
  const form = await guild.owner.click(await pageWith(guild.owner, 'Number'), TYPE_IN);

  await guild.owner.submit(form, { text: 'Hi', number: '11', grace: 'soon' });

  const told = guild.owner.messages.at(-1)?.embeds[0]?.description;
  expect(told).toContain('`number` takes a whole number from 1 to 10');
  expect(told).toContain('`grace` takes a number and a unit');
  expect(valueOf(await pageWith(guild.owner, 'Text'), 'Text')).toBe('Hello _(default)_');
});

test('two people who edit at once do not overwrite each other’s fields', async () => {
  const guild = await bot.guild();
  const alice = guild.member({ username: 'alice', permissions: ['ManageGuild'] });
  const forms = [
    await guild.owner.click(await pageWith(guild.owner, 'Text'), TYPE_IN),
    await alice.click(await pageWith(alice, 'Text'), TYPE_IN),
  ] as const;

  await guild.owner.submit(forms[0], { text: 'From the owner' });
  const after = await alice.submit(forms[1], { number: '9' });

  expect(valueOf(after, 'Text')).toBe('From the owner');
  expect(valueOf(after, 'Number')).toBe('9');
});

test('who changes a field that somebody else has changed meanwhile is told', async () => {
  const guild = await bot.guild();
  const form = await guild.owner.click(await pageWith(guild.owner, 'Text'), TYPE_IN);
  await guild.owner.slash('config set', { plugin: 'kinds', key: 'text', value: 'First' });

  await guild.owner.submit(form, { text: 'Second' });

  expect(guild.owner.messages.at(-1)?.embeds[0]?.description).toContain('has been changed since');
  expect(valueOf(await pageWith(guild.owner, 'Text'), 'Text')).toBe('First');
});

test('the form asks for the permission on each click', async () => {
  const guild = await bot.guild();
  const alice = guild.member({ username: 'alice', permissions: ['ManageGuild'] });
  const page = await pageWith(alice, 'Switch');
  for (const role of guild.sandbox.roles) if (role.name.includes('alice')) role.permissions = 0n;
  guild.sandbox.addRole({ name: 'another' });

  const refused = await alice.select(page, menuOf(page, 'switch'), ['true']);

  expect(refused.toString()).not.toContain('Switch**: yes');
  expect(valueOf(await pageWith(guild.owner, 'Switch'), 'Switch')).toBe('no _(default)_');
});

test('the page of a plugin leads to its form', async () => {
  const guild = await bot.guild({ enable: ['kinds'] });
  const info = await guild.owner.slash('plugins info', { plugin: 'kinds' });

  expect((await guild.owner.click(info, 'Configure')).text).toContain('Settings of Kinds');
});

test('the form works on after a restart', async () => {
  const guild = await bot.guild();
  const page = await pageWith(guild.owner, 'Switch');
  await bot.restart();

  const after = await guild.owner.select(page, menuOf(page, 'switch'), ['true']);

  expect(valueOf(after, 'Switch')).toBe('yes');
});
