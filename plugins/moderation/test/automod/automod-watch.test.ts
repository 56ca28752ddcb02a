import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot } from '@twi/testing';
import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  PermissionFlagsBits,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../../src/index.ts';
import { configure } from '../logs-scene.ts';
import { caseTypes, newAutomodScene, stays, untilGone } from './automod-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

function file(filename: string) {
  return { filename, bytes: Buffer.from('x') };
}

test('looks at edits', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  const message = await mallory.send('hello');
  await expect(stays(mallory, message)).resolves.toBe(true);

  await mallory.edit(message, 'spam');

  await untilGone(mallory, message);
});

test('counts an edited message once', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Rate', trigger: 'rate', values: '3, 1m', action: 'delete' });
  await mallory.send('one');
  const message = await mallory.send('two');

  await mallory.edit(message, 'two!');
  await mallory.edit(message, 'two!!');

  await expect(stays(mallory, message)).resolves.toBe(true);
});

test('sees the same message in several channels, and sanctions a flood once', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  const other = guild.sandbox.addChannel({ name: 'other' });
  await add({ name: 'Again', trigger: 'duplicates', values: '3, 1m', action: 'warn' });

  const first = await mallory.send('Buy now');
  await mallory.in(other).send('buy  NOW');
  const third = await mallory.send('b\u200buy now');
  const fourth = await mallory.in(other).send('buy now');

  await untilGone(mallory, third);
  await untilGone(mallory.in(other), fourth);
  await expect(stays(mallory, first)).resolves.toBe(true);
  await expect(caseTypes(guild, 1)).resolves.toEqual(['warn']);
});

test('keeps members apart when it counts', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Rate', trigger: 'rate', values: '3, 1m', action: 'delete' });
  const carol = guild.member({ username: 'carol' });

  await mallory.send('one');
  await carol.send('two');
  const third = await mallory.send('three');

  await expect(stays(mallory, third)).resolves.toBe(true);
});

test('leaves alone whom a rule exempts by role, channel or category', async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  const role = guild.sandbox.addRole({ name: 'Regular' });
  const regular = guild.member({ username: 'regular', roleIds: [role.id] });
  const category = guild.sandbox.addChannel({ name: 'fun', type: 4 });
  const ads = guild.sandbox.addChannel({ name: 'ads', parent_id: category.id });
  await add({ name: 'Links', trigger: 'links', action: 'delete', 'exempt-role': role });
  await alice.slash('automod edit', { rule: '1', 'exempt-channel': category });

  const kept = await regular.send('https://a.example');
  const inAds = await mallory.in(ads).send('https://a.example');
  const gone = await mallory.send('https://a.example');

  await untilGone(mallory, gone);
  await expect(stays(regular, kept)).resolves.toBe(true);
  await expect(stays(mallory.in(ads), inAds)).resolves.toBe(true);
});

test('spares who may change the rules, unless the server says otherwise', async () => {
  const [sparing, strict] = [
    await newAutomodScene(bot),
    await newAutomodScene(bot, { automodExemptModerators: false }),
  ];
  for (const { add } of [sparing, strict])
    await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });

  const kept = await sparing.alice.send('spam');
  const gone = await strict.alice.send('spam');

  await untilGone(strict.alice, gone);
  await expect(stays(sparing.alice, kept)).resolves.toBe(true);
});

test('spares the roles that the settings name', async () => {
  const scene = await newAutomodScene(bot);
  const { guild, mallory, logId, add } = scene;
  const role = guild.sandbox.addRole({ name: 'Friend' });
  const friend = guild.member({ username: 'friend', roleIds: [role.id] });
  await configure(bot, guild, { logAutomod: logId, automodExemptRoles: [role.id] });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });

  const [kept, gone] = [await friend.send('spam'), await mallory.send('spam')];

  await untilGone(mallory, gone);
  await expect(stays(friend, kept)).resolves.toBe(true);
});

test('allows invites to the server itself', async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  const role = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  if (role) role.permissions |= PermissionFlagsBits.ManageGuild;
  guild.sandbox.addRole({ name: 'another' });
  const own = await alice.actor.invite();
  await add({ name: 'Invites', trigger: 'invites', action: 'delete' });

  const kept = await mallory.send(`come in: https://discord.gg/${own}`);
  const gone = await mallory.send('come in: discord.gg/elsewhere');

  await untilGone(mallory, gone);
  await expect(stays(mallory, kept)).resolves.toBe(true);
});

test('looks at files', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Programs', trigger: 'attachments', values: 'exe, .bat', action: 'delete' });

  const kept = await mallory.actor.send('look', { attachments: [file('a.txt')] });
  const gone = await mallory.actor.send('look', { attachments: [file('b.EXE')] });

  await untilGone(mallory, gone);
  await expect(stays(mallory, kept)).resolves.toBe(true);
});

test('looks at new accounts, with what else the rule asks for', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({
    name: 'New with links',
    trigger: 'expression',
    values: 'new-account(7d) and links and not words(hello)',
    action: 'delete',
  });

  const kept = await mallory.send('hello https://a.example');
  const gone = await mallory.send('https://a.example');

  await untilGone(mallory, gone);
  await expect(stays(mallory, kept)).resolves.toBe(true);
});

test('acts on what Discord’s own AutoMod caught, once', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Caught', trigger: 'discord-automod', values: 'keyword', action: 'warn', delete: false });
  const role = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  if (role) role.permissions |= PermissionFlagsBits.ManageGuild;
  guild.sandbox.addRole({ name: 'another' });
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  await discordGuild.autoModerationRules.create({
    name: 'Keywords',
    enabled: true,
    eventType: AutoModerationRuleEventType.MessageSend,
    triggerType: AutoModerationRuleTriggerType.Keyword,
    triggerMetadata: { keywordFilter: ['forbidden'] },
    actions: [
      { type: AutoModerationActionType.BlockMessage },
      { type: AutoModerationActionType.SendAlertMessage, metadata: { channel: guild.channelId } },
    ],
  });

  await expect(mallory.send('forbidden')).rejects.toThrow(/blocked/);

  await expect(caseTypes(guild, 1)).resolves.toEqual(['warn']);
});

test('goes on after a restart, with nothing counted', { timeout: 60_000 }, async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Rate', trigger: 'rate', values: '2, 1m', action: 'delete' });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  await mallory.send('one');

  await bot.restart();
  const second = await mallory.send('two');
  await expect(stays(mallory, second)).resolves.toBe(true);

  await untilGone(mallory, await mallory.send('spam'));
});

test('undoes and redoes additions, changes and removals', async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  const by = { guild, by: alice };

  await expect(bot.undo({ ...by, action: 'moderation.automod-add' })).resolves.toBe(
    'Automod rule #1 "Words" is removed.',
  );
  await expect(stays(mallory, await mallory.send('spam'))).resolves.toBe(true);
  await bot.redo({ ...by, action: 'moderation.automod-add' });
  await untilGone(mallory, await mallory.send('spam'));

  await alice.slash('automod edit', { rule: '1', values: 'ham' });
  await bot.undo({ ...by, action: 'moderation.automod-edit' });
  await untilGone(mallory, await mallory.send('spam'));
});

test('undoes nothing that has moved on', async () => {
  const { guild, alice, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  await alice.slash('automod edit', { rule: '1', values: 'ham' });

  const attempt = bot.undo({ guild, by: alice, action: 'moderation.automod-add' });

  await expect(attempt).rejects.toThrow('Automod rule #1 was changed again since then');
  await expect(
    container.moderation.automod.rules.get({ guildId: guild.id, number: 1 }),
  ).resolves.toMatchObject({
    version: 2,
  });
});
