import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  GatewayIntentBits,
  MessageType,
} from 'discord.js';
import type { AutoModerationRuleCreateOptions, Guild } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.MessageContent,
    GatewayIntentBits.AutoModerationConfiguration,
    GatewayIntentBits.AutoModerationExecution,
  ];
  bot = await TestBot.start({}, { intents });
  guild = present(bot.client.guilds.cache.first());
});
afterAll(() => bot[Symbol.asyncDispose]());

function keywordRule(
  options: Partial<AutoModerationRuleCreateOptions> = {},
): AutoModerationRuleCreateOptions {
  return {
    name: 'Words',
    eventType: AutoModerationRuleEventType.MessageSend,
    triggerType: AutoModerationRuleTriggerType.Keyword,
    triggerMetadata: { keywordFilter: ['bad*'], allowList: ['badger'] },
    actions: [{ type: AutoModerationActionType.BlockMessage }],
    enabled: true,
    ...options,
  };
}

test('rules are made, listed, changed and deleted, and each is told', async () => {
  const created = bot.next('autoModerationRuleCreate');
  const rule = await guild.autoModerationRules.create(keywordRule({ name: 'Brief', enabled: false }));
  expect((await created)[0].name).toBe('Brief');
  const updated = bot.next('autoModerationRuleUpdate');
  await rule.setName('Renamed');
  expect((await updated)[1].name).toBe('Renamed');
  expect((await guild.autoModerationRules.fetch()).map(({ name }) => name)).toEqual(['Renamed']);
  const deleted = bot.next('autoModerationRuleDelete');
  await rule.delete();
  await deleted;

  await expect(guild.autoModerationRules.fetch(rule.id)).rejects.toMatchObject({ status: 404 });
  expect(bot.guild.auditLog.slice(-3).map((entry) => entry.action_type)).toEqual([140, 141, 142]);
});

test('a blocked message is not sent, and the bot hears what was said', async () => {
  const rule = await guild.autoModerationRules.create(keywordRule());
  const executed = bot.next('autoModerationActionExecution');

  await expect(bot.as('bob').send('this is badly said')).rejects.toMatchObject({ body: { code: 200_000 } });

  expect((await executed)[0]).toMatchObject({
    ruleId: rule.id,
    userId: bot.userId('bob'),
    messageId: null,
    content: 'this is badly said',
    matchedKeyword: 'bad*',
    matchedContent: 'bad',
  });
  await expect(bot.as('bob').send('a badger')).resolves.toBeDefined();
  await expect(bot.as('alice').send('bad, says a moderator')).resolves.toBeDefined();
  const kept = await bot.as('bob').send('fine');
  await expect(bot.as('bob').edit(kept, 'now bad')).rejects.toMatchObject({ body: { code: 200_000 } });
  await rule.delete();
});

test('an alert and a timeout follow a message that stays', async () => {
  const rule = await guild.autoModerationRules.create(
    keywordRule({
      triggerType: AutoModerationRuleTriggerType.MentionSpam,
      triggerMetadata: { mentionTotalLimit: 1 },
      actions: [
        { type: AutoModerationActionType.SendAlertMessage, metadata: { channel: bot.channelId('staff') } },
        { type: AutoModerationActionType.Timeout, metadata: { durationSeconds: 60 } },
      ],
    }),
  );
  const mentions = `<@${bot.userId('alice')}> <@${bot.userId('olivia')}>`;

  const message = await bot.as('mallory').send(mentions);

  expect(bot.sandbox.messages(bot.channelId('staff')).at(-1)).toMatchObject({
    type: MessageType.AutoModerationAction,
    author: { username: 'mallory' },
    embeds: [{ type: 'auto_moderation_message', description: mentions }],
  });
  expect(bot.guild.member(bot.userId('mallory'))?.timeoutUntil).toBeGreaterThan(Date.now());
  expect(bot.sandbox.messages(bot.channelId()).map(({ id }) => id)).toContain(message.id);
  await rule.delete();
});

test('of most kinds a guild has one rule', async () => {
  const spam = { triggerType: AutoModerationRuleTriggerType.Spam, triggerMetadata: {} };
  await guild.autoModerationRules.create(keywordRule(spam));

  await expect(guild.autoModerationRules.create(keywordRule(spam))).rejects.toMatchObject({ code: 50_035 });
});

test('exempt roles and channels are left alone', async () => {
  const rule = await guild.autoModerationRules.create(
    keywordRule({ exemptChannels: [bot.channelId('art')], triggerMetadata: { keywordFilter: ['zap'] } }),
  );

  await expect(bot.as('bob', 'art').send('zap')).resolves.toBeDefined();
  await expect(bot.as('bob').send('zap')).rejects.toMatchObject({ status: 400 });
  await rule.delete();
});
