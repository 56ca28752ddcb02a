import { AuditLogRepository } from '@twi/database';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../../src/index.ts';
import { newAutomodScene, stays, untilGone } from './automod-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('says in plain words what a new rule does', async () => {
  const { guild, add } = await newAutomodScene(bot);
  const ads = guild.sandbox.addChannel({ name: 'ads' });
  const mod = guild.sandbox.addRole({ name: 'Mod' });

  const reply = await add({
    name: 'Invites',
    trigger: 'invites',
    action: 'warn',
    'exempt-channel': ads,
    'exempt-role': mod,
  });

  expect(reply.isEphemeral).toBe(true);
  expect(reply.text).toBe(
    `Added the rule.\n**#1 Invites**\nMessages with an invite to another server, except in <#${ads.id}> and by <@&${mod.id}> → delete, warn\nAs an expression\n\`\`\`\ninvites\n\`\`\``,
  );
});

test.each([
  [{ trigger: 'regex', values: 'a(', action: 'warn' }, 'missing closing )'],
  [
    { trigger: 'regex', values: 'x(?=y)', action: 'warn' },
    'Looking ahead or behind is not supported at character 2, "(?="',
  ],
  [{ trigger: 'regex', values: 'ab(?<!a)c', action: 'warn' }, 'supported at character 3, "(?<!"'],
  [
    { trigger: 'regex', values: '(a)\\1', action: 'warn' },
    'Referring back to a group is not supported at character 4',
  ],
  [{ trigger: 'regex', values: '.*', action: 'warn' }, 'the pattern matches every message'],
  [{ trigger: 'regex', values: 'a{1000}{1000}', action: 'warn' }, 'RE2'],
  [{ trigger: 'words', action: 'warn' }, 'words: needs at least one'],
  [{ trigger: 'mentions', values: 'many', action: 'warn' }, '"many" is no whole number'],
  [{ trigger: 'rate', values: '5', action: 'warn' }, 'a duration is missing'],
  [{ trigger: 'links', values: 'not a domain', action: 'warn' }, '"not a domain" is no domain'],
  [{ trigger: 'role', values: 'Mod', action: 'warn' }, 'role takes roles, such as `@Mod`'],
  [{ trigger: 'invites', action: 'timeout' }, '`duration`: give a number and a unit'],
  [{ trigger: 'invites', action: 'timeout', duration: '99d' }, 'at most 28 days'],
  [{ trigger: 'invites', action: 'role' }, '`role`: choose the role'],
  [{ trigger: 'invites', action: 'reply' }, '`reply`: say what'],
  [{ trigger: 'invites', action: 'delete', delete: false }, 'the rule would do nothing'],
  [
    { trigger: 'expression', values: 'links and', action: 'warn' },
    'expected what to look for at character 10, the end',
  ],
  [{ trigger: 'expression', values: 'links or likns', action: 'warn' }, '"likns" is not known'],
  [{ trigger: 'expression', values: '(links', action: 'warn' }, 'expected `)`'],
  [{ trigger: 'expression', values: `${'('.repeat(500)}links`, action: 'warn' }, 'too many brackets'],
  [{ trigger: 'expression', values: '{"type":"nothing"}', action: 'warn' }, 'the JSON does not fit'],
  [{ trigger: 'expression', values: '{', action: 'warn' }, 'this is no JSON'],
])('refuses %j and says what is accepted', async (options, problem) => {
  const { alice, add } = await newAutomodScene(bot);

  const reply = await add({ name: 'Rule', ...options });

  expect(reply.text).toContain(problem);
  expect((await alice.slash('automod list')).text).toContain('There is no rule yet.');
});

test('refuses a name that another rule has, and one that is a number', async () => {
  const { add } = await newAutomodScene(bot);
  await add({ name: 'Links', trigger: 'links', action: 'warn' });

  const [taken, number] = [
    await add({ name: 'LINKS', trigger: 'links', action: 'warn' }),
    await add({ name: '#12', trigger: 'links', action: 'warn' }),
  ];

  expect(taken.text).toBe('Another automod rule is called "LINKS". Give `name` something else.');
  expect(number.text).toContain('could be mistaken for that of a rule');
});

test('refuses a name of which nothing is to be seen', async () => {
  const { add } = await newAutomodScene(bot);

  const reply = await add({ name: '\u0000\u0007', trigger: 'invites', action: 'warn' });

  expect(reply.text).toContain('it has 0 characters; 1 to 50 are accepted.');
});

test('changes what is given and keeps the rest', async () => {
  const { guild, alice, add } = await newAutomodScene(bot);
  const ads = guild.sandbox.addChannel({ name: 'ads' });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'timeout', duration: '1h' });

  const edits = [
    await alice.slash('automod edit', { rule: 'words', duration: '2h' }),
    await alice.slash('automod edit', { rule: '1', values: 'ham, eggs', delete: false }),
    await alice.slash('automod edit', { rule: '#1', 'exempt-channel': ads, enabled: false }),
    await alice.slash('automod edit', { rule: '1', 'exempt-channel': ads, name: 'Food' }),
  ];

  expect(edits.map(({ text }) => text.split('\n').slice(1, 3).join(' '))).toEqual([
    '**#1 Words** Messages with the word `spam` → delete, time out for 2 hours',
    '**#1 Words** Messages with one of the words `ham`, `eggs` → time out for 2 hours',
    `**#1 Words** (off) Messages with one of the words \`ham\`, \`eggs\`, except in <#${ads.id}> → time out for 2 hours`,
    '**#1 Food** (off) Messages with one of the words `ham`, `eggs` → time out for 2 hours',
  ]);
});

test('opens a form for the condition, and takes a tree from it', async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  const role = guild.sandbox.addRole({ name: 'Regular' });
  await add({ name: 'Links', trigger: 'links', action: 'delete' });
  const form = await alice.slash('automod edit', { rule: 'links' });

  const reply = await alice.submit(form, { name: 'Links', condition: 'links and not role(@regular)' });

  expect(reply.text).toContain(`Messages with a link and not by <@&${role.id}> → delete`);
  const regular = guild.member({ username: 'regular', roleIds: [role.id] });
  const [kept, gone] = [await regular.send('https://a.example'), await mallory.send('https://a.example')];
  await untilGone(mallory, gone);
  await expect(stays(mallory, kept)).resolves.toBe(true);
});

test('removes a rule, and gives its number to no other', async () => {
  const { alice, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });

  await alice.slash('automod remove', { rule: '1' });
  const next = await add({ name: 'Words', trigger: 'words', values: 'ham', action: 'delete' });

  expect(next.text).toContain('#2 Words');
  await expect(stays(mallory, await mallory.send('spam'))).resolves.toBe(true);
});

test('says which rule does not exist', async () => {
  const { alice } = await newAutomodScene(bot);

  const replies = [
    await alice.slash('automod remove', { rule: '7' }),
    await alice.slash('automod edit', { rule: 'no`such' }),
  ];

  expect(replies.map(({ text }) => text)).toEqual([
    'There is no automod rule #7 in this server. `/automod list` shows them.',
    'There is no automod rule "no`such" in this server. `/automod list` shows them.',
  ]);
});

test('pages the list, also after a restart', { timeout: 60_000 }, async () => {
  const { alice, add } = await newAutomodScene(bot);
  for (let count = 1; count <= 7; count += 1)
    await add({ name: `Rule ${count}`, trigger: 'words', values: `word${count}`, action: 'delete' });
  const list = await alice.slash('automod list');
  await bot.restart();

  const next = await alice.click(list, 'Next');

  expect(list.text.match(/\*\*#\d/g)).toEqual(['**#1', '**#2', '**#3', '**#4', '**#5']);
  expect(next.text.match(/\*\*#\d/g)).toEqual(['**#6', '**#7']);
});

test('suggests rules by number and name', async () => {
  const { alice, add } = await newAutomodScene(bot);
  await add({ name: 'Links', trigger: 'links', action: 'warn' });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'warn' });

  await expect(alice.autocomplete('automod edit', { rule: 'WOR' }, 'rule')).resolves.toEqual([
    { name: '#2 Words', value: '2' },
  ]);
});

test('tests a text, and marks what was found', async () => {
  const { guild, alice, add } = await newAutomodScene(bot);
  const mod = guild.sandbox.addRole({ name: 'Mod' });
  const carol = guild.member({ username: 'carol', roleIds: [mod.id] });
  await add({ name: 'Words', trigger: 'words', values: 'free nitro', action: 'warn', 'exempt-role': mod });
  await add({ name: 'Links', trigger: 'links', action: 'kick', 'dry-run': true });
  await add({ name: 'Caps', trigger: 'caps', action: 'warn' });

  const text = 'get *frее* \u200bnitro at https://a.example';
  const replies = [
    await alice.slash('automod test', { text: 'get frее nitro at https://a.example' }),
    await alice.slash('automod test', { text: 'free nitro', user: carol }),
    await alice.slash('automod test', { text }),
    await alice.slash('automod test', {}),
  ];

  expect(replies[0]?.text).toBe(
    'Automod test\n**#1 Words**: the word "free nitro". → delete, warn\n> get **__frее nitro__** at https://a.example\n**#2 Links**: a link to a.example. Dry run, so only logged: delete, kick.\n> get frее nitro at **__https://a.example__**\nNo match: #3 Caps',
  );
  expect(replies[1]?.text).toContain('They are exempt here.');
  expect(replies[2]?.text).toContain('No match: #1 Words, #3 Caps');
  expect(replies[3]?.text).toContain('Give either `text`');
});

test('tests a message by its link, if who asks may read it', async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  const hidden = guild.sandbox.addChannel({
    name: 'hidden',
    permission_overwrites: [{ id: guild.id, type: 0, deny: '1024' }],
  });
  const message = await mallory.send('spam');
  const secret = await guild.owner.in(hidden).send('spam');
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'warn' });
  const linkTo = (channelId: string, id: string) =>
    `https://discord.com/channels/${guild.id}/${channelId}/${id}`;

  const replies = [
    await alice.slash('automod test', { message: linkTo(guild.channelId, message.id) }),
    await alice.slash('automod test', { message: linkTo(hidden.id, secret.id) }),
    await alice.slash('automod test', { message: 'nonsense' }),
  ];

  expect(replies[0]?.text).toContain('**#1 Words**');
  expect(replies[1]?.text).toContain('there is no such message');
  expect(replies[2]?.text).toBe(replies[1]?.text);
});

test('goes through past messages and does nothing', async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  for (const text of ['hello', 'spam', 'same', 'same', 'same']) await mallory.send(text);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'ban' });
  await add({ name: 'Again', trigger: 'duplicates', values: '3, 30s', action: 'warn' });

  const all = await alice.slash('automod dry-run', { channel: { id: guild.channelId } });
  const one = await alice.slash('automod dry-run', { rule: 'again', channel: { id: guild.channelId } });

  expect(all.text).toContain(
    `Of the latest 5 messages of members in <#${guild.channelId}>, rules would have applied to 2.`,
  );
  expect(all.text).toContain('#1 Words: 1, #2 Again: 1');
  expect(one.text).toContain('would have applied to 1.');
  expect(mallory.messages.map(textOf)).toContain('spam');
});

test('switches a rule to dry run and back', async () => {
  const { alice, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });

  const on = await alice.slash('automod dry-run', { rule: 'words' });
  expect(on.text).toContain('(dry run: only logged)');
  await expect(stays(mallory, await mallory.send('spam'))).resolves.toBe(true);

  await alice.slash('automod dry-run', { rule: 'words', on: false });
  await untilGone(mallory, await mallory.send('spam'));
});

test('audits every change with what undo needs', async () => {
  const { guild, alice, add } = await newAutomodScene(bot);
  await add({ name: 'Links', trigger: 'links', action: 'warn' });
  await alice.slash('automod edit', { rule: '1', action: 'kick' });
  await alice.slash('automod remove', { rule: '1' });

  const { rows } = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 10 });
  expect(rows).toMatchObject([
    {
      action: 'moderation.automod-remove',
      userId: alice.id,
      target: '#1 Links',
      reversal: { number: 1, after: null },
    },
    { action: 'moderation.automod-edit', reversal: { before: { name: 'Links' }, after: { name: 'Links' } } },
    { action: 'moderation.automod-add', reversal: { before: null } },
  ]);
});

test('hides the command from who does not manage the server', async () => {
  const { alice, mallory } = await newAutomodScene(bot);

  expect(alice.commands).toContain('automod');
  expect(mallory.commands).not.toContain('automod');
});
