import { GatewayIntentBits, MessageType, PermissionFlagsBits } from 'discord.js';
import type { TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let general: TextChannel;
beforeAll(async () => {
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessagePolls,
    GatewayIntentBits.MessageContent,
  ];
  bot = await TestBot.start({}, { intents });
  const channel = await bot.client.channels.fetch(bot.channelId());
  if (channel?.isTextBased()) general = channel as TextChannel;
});
afterAll(() => bot[Symbol.asyncDispose]());

function ask(allowMultiselect = false) {
  const answers = [{ text: 'Tea' }, { text: 'Coffee', emoji: '☕' }];
  return general.send({ poll: { question: { text: 'Drink?' }, answers, duration: 1, allowMultiselect } });
}

test('members vote, change their minds and take their votes back', async () => {
  const message = await ask();
  const added = bot.next('messagePollVoteAdd');
  await bot.as('bob').vote(message.id, ['Tea']);
  expect(await added).toMatchObject([{ id: 1 }, bot.userId('bob')]);

  const removed = bot.next('messagePollVoteRemove');
  await bot.as('bob').vote(message.id, [2]);
  expect(await removed).toMatchObject([{ id: 1 }, bot.userId('bob')]);
  await bot.as('alice').vote(message.id, ['Coffee']);
  const fresh = await general.messages.fetch({ message: message.id, force: true });
  expect(fresh.poll?.answers.map((answer) => answer.voteCount)).toEqual([0, 2]);
  expect((await fresh.poll?.answers.get(2)?.voters.fetch())?.map((user) => user.username)).toEqual([
    'alice',
    'bob',
  ]);

  await bot.as('bob').vote(message.id, []);
  expect((await present(fresh.poll?.answers.get(2)).voters.fetch()).size).toBe(1);
});

test('a poll that the bot ends tells its result', async () => {
  const message = await ask();
  await bot.as('bob').vote(message.id, ['Coffee']);
  const told = bot.next('messageCreate');

  const ended = await present(message.poll ?? undefined).end();

  expect(ended.poll?.resultsFinalized).toBe(true);
  const [result] = await told;
  expect(result.type).toBe(MessageType.PollResult);
  const fields = result.embeds[0]?.fields.map(({ name, value }) => [name, value]) ?? [];
  expect(Object.fromEntries(fields)).toMatchObject({
    poll_question_text: 'Drink?',
    victor_answer_text: 'Coffee',
    total_votes: '1',
  });
  await expect(bot.as('bob').vote(message.id, ['Tea'])).rejects.toMatchObject({ body: { code: 520_001 } });
  const path = `/channels/${general.id}/polls/${message.id}/expire` as const;
  await expect(bot.client.rest.post(path)).rejects.toMatchObject({ code: 520_001 });
});

test('a poll takes one answer unless it allows more, and only its own', async () => {
  const single = await ask();
  const several = await ask(true);

  await expect(bot.as('bob').vote(single.id, [1, 2])).rejects.toMatchObject({ reason: 'invalid-option' });
  await expect(bot.as('bob').vote(single.id, ['Milk'])).rejects.toThrow('Tea, Coffee');
  const voted = await bot.as('bob').vote(several.id, [1, 2]);
  expect(voted.poll?.results?.answer_counts).toEqual([
    { id: 1, count: 1, me_voted: true },
    { id: 2, count: 1, me_voted: true },
  ]);
});

test('polls of others are not ended, messages without poll neither, and polls are not edited', async () => {
  const plain = await bot.as('bob').send('no poll');
  const poll = await ask();
  const path = `/channels/${general.id}/polls` as const;

  await expect(bot.client.rest.post(`${path}/${plain.id}/expire`)).rejects.toMatchObject({ code: 520_006 });
  await expect(poll.edit('changed')).rejects.toMatchObject({ code: 520_003 });
  await expect(bot.as('bob').vote(plain.id, [1])).rejects.toMatchObject({ reason: 'unknown-target' });
});

test('a deferred answer may become a poll', async () => {
  const poll = {
    question: { text: 'Now?' },
    answers: [{ text: 'Yes' }],
    duration: 1,
    allowMultiselect: false,
  };
  await bot.client.guilds.cache.first()?.commands.create({ name: 'ask', description: 'Asks' });
  bot.onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply({ poll });
  });

  const { response } = await bot.as('bob').slash('ask');

  bot.rethrow();
  expect(response?.poll?.question.text).toBe('Now?');
  const voted = await bot.as('bob').vote(present(response), ['Yes']);
  expect(voted.poll?.results?.answer_counts).toEqual([{ id: 1, count: 1, me_voted: true }]);
});

test('members ask as well, and their polls are not for the bot to end', async () => {
  const body = { question: { text: 'Lunch?' }, answers: [{ poll_media: { text: 'Soup' } }] };
  const message = await bot.as('bob').send('', { poll: body });
  const path = `/channels/${general.id}/polls/${message.id}/expire` as const;

  await expect(bot.client.rest.post(path)).rejects.toMatchObject({ status: 403 });
});

test('a poll ends by itself when its time is over', async () => {
  const message = await ask();
  const record = bot.sandbox.messages(general.id).find(({ id }) => id === message.id);
  expect(record?.poll?.results?.is_finalized).toBe(false);
  const hour = 3_600_000;
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + hour + 1_000);

  await expect
    .poll(
      () => bot.sandbox.messages(general.id).find(({ id }) => id === message.id)?.poll?.results?.is_finalized,
      {
        timeout: 5_000,
      },
    )
    .toBe(true);
  vi.restoreAllMocks();
});

test('polls take the permission to send them', async () => {
  for (const role of bot.guild.roles) role.permissions &= ~PermissionFlagsBits.SendPolls;

  await expect(ask()).rejects.toMatchObject({ code: 50_013 });
});
