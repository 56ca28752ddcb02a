import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { TextChannel, type Webhook } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../../src/index.ts';
import { caseOf, giveToBot, takeFromBot } from '../scene.ts';
import { caseTypes, newAutomodScene, stays, untilGone } from './automod-scene.ts';

/** What members with Nitro may write. */
const LONGEST_MESSAGE = 4_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

const rule = { name: 'Words', trigger: 'words', values: 'spam', action: 'delete' } as const;

/** Another bot, in the guild. */
function otherBot(guild: TestGuild) {
  const { id } = bot.sandbox.createUser({ username: 'helper', bot: true });
  guild.sandbox.addMember(id);
  return bot.sandbox.as(id, { channelId: guild.channelId });
}

async function webhookIn(guild: TestGuild): Promise<Webhook> {
  giveToBot(guild, 'ManageWebhooks');
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (!(channel instanceof TextChannel)) throw new Error('There is no such channel.');
  return channel.createWebhook({ name: 'News' });
}

/** Resolves when a message of whomever is gone. */
function untilNotIn(guild: TestGuild, messageId: string): Promise<void> {
  return vi.waitFor(() => {
    expect(bot.sandbox.messages(guild.channelId).map(({ id }) => id)).not.toContain(messageId);
  }, 4_000);
}

test('spares other bots and webhooks by default', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add(rule);
  const webhook = await webhookIn(guild);

  const byBot = await otherBot(guild).send('spam');
  const byWebhook = await webhook.send('spam');
  await untilGone(mallory, await mallory.send('spam'));

  await expect(stays(mallory, byBot)).resolves.toBe(true);
  expect(mallory.messages.map(({ id }) => id)).toContain(byWebhook.id);
});

test('looks at other bots and webhooks where the server says so', async () => {
  const { guild, add } = await newAutomodScene(bot, { automodExemptBots: false });
  await add(rule);
  const webhook = await webhookIn(guild);

  const byBot = await otherBot(guild).send('spam');
  const byWebhook = await webhook.send('spam');

  await untilNotIn(guild, byBot.id);
  await untilNotIn(guild, byWebhook.id);
  expect(bot.sandbox.messages(guild.channelId)).toEqual([]);
});

test('deletes what a webhook posts, and warns nobody for it', async () => {
  const { guild, add, logged } = await newAutomodScene(bot, { automodExemptBots: false });
  await add({ ...rule, action: 'warn' });
  const webhook = await webhookIn(guild);

  await untilNotIn(guild, (await webhook.send('spam')).id);

  await vi.waitFor(() => expect(logged()).toContain('Done\ndeleted the message'), 4_000);
  await expect(caseTypes(guild, 0)).resolves.toEqual([]);
});

test('never looks at what the bot itself says', async () => {
  const { mallory, add } = await newAutomodScene(bot, { automodExemptBots: false });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'reply', reply: 'No spam, please.' });

  await mallory.send('spam');

  const replies = () => mallory.messages.filter(({ content }) => content.includes('No spam, please.'));
  await vi.waitFor(() => expect(replies()).toHaveLength(1), 4_000);
  const [reply] = replies();
  await expect(reply && stays(mallory, reply)).resolves.toBe(true);
  expect(replies()).toHaveLength(1);
});

test('allows the server’s vanity address, also without the permission to read invites', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  takeFromBot(guild, 'ManageGuild');
  guild.sandbox.setVanityCode('lovely-place');
  await add({ name: 'Invites', trigger: 'invites', action: 'delete' });

  const kept = await mallory.send('tell your friends: discord.gg/lovely-place');
  const gone = await mallory.send('tell your friends: discord.gg/lovely-places');

  await untilGone(mallory, gone);
  await expect(stays(mallory, kept)).resolves.toBe(true);
});

test('reads a message of four thousand characters to its end', async () => {
  const { guild, mallory, add, logged } = await newAutomodScene(bot);
  await add({ ...rule, action: 'warn' });
  const filler = 'la '.repeat(LONGEST_MESSAGE).slice(0, LONGEST_MESSAGE - ' spam'.length);

  await untilGone(mallory, await mallory.send(`${filler} spam`));

  await expect(caseTypes(guild, 1)).resolves.toEqual(['warn']);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    reason: 'Automod: Words (the word "spam")',
  });
  await vi.waitFor(() => expect(logged()).toContain('**__spam__**'), 4_000);
});

test('leaves a long message alone in which nothing is found', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add(rule);

  const message = await mallory.send('spa m '.repeat(LONGEST_MESSAGE / 'spa m '.length));

  await expect(stays(mallory, message)).resolves.toBe(true);
});
