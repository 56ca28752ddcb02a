import { startTestBot, type TestBot, type TestMember, textOf } from '@twi/testing';
import type { Snowflake } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, type Scene } from './scene.ts';

const SOON = { timeout: 5_000 };

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function newScene(): Promise<Scene> {
  const guild = await bot.guild({ enable: ['moderation'], prefix: '!' });
  const permissions = ['ModerateMembers', 'KickMembers', 'BanMembers', 'ManageChannels'] as const;
  const mallory = guild.member({ username: 'mallory' });
  return { guild, alice: guild.member({ username: 'alice', permissions }), mallory };
}

/** What the moderator is told directly, without the link to their message. */
async function told(moderator: TestMember, command: string): Promise<string> {
  const before = moderator.directMessages.length;
  await moderator.send(command);
  return vi.waitFor(() => {
    const answer = moderator.directMessages[before];
    if (!answer) throw new Error(`"${command}" was not answered.`);
    return textOf(answer).split('\n').slice(1).join('\n');
  }, SOON);
}

const mentionChannel = ({ id }: { readonly id: Snowflake }): string => `<#${id}>`;
const mention = ({ id }: { readonly id: Snowflake }): string => `<@${id}>`;

test('warns with the rest of the line as the reason', async () => {
  const { guild, alice, mallory } = await newScene();

  expect(await told(alice, `!warn ${mention(mallory)} a lot of spam`)).toBe(
    `Warned <@${mallory.id}> (case #1).`,
  );
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'warn', reason: 'a lot of spam' });
});

test('bans for a while, and deletes messages, by the names of the options', async () => {
  const { guild, alice, mallory } = await newScene();

  const answer = await told(alice, `!ban ${mallory.id} raids us duration:7d delete-messages:1`);

  expect(answer).toBe(`Banned <@${mallory.id}> for 1 week (case #1).`);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'ban', reason: 'raids us' });
  expect(guild.sandbox.member(mallory.id)).toBeUndefined();
});

test('times out with the duration before the reason', async () => {
  const { guild, alice, mallory } = await newScene();

  expect(await told(alice, `!timeout ${mention(mallory)} 10m calm down`)).toBe(
    `Timed out <@${mallory.id}> for 10 minutes (case #1).`,
  );
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ reason: 'calm down' });
});

test('lists cases and shows a history', async () => {
  const { alice, mallory } = await newScene();
  await told(alice, `!warn ${mention(mallory)} Spam`);

  expect(await told(alice, `!case list ${mention(mallory)}`)).toContain('Cases\n');
  expect(await told(alice, `!history ${mallory.id}`)).toContain(`${mention(mallory)}: 1 warning`);
});

test('every action has its message, with the words of its slash command', async () => {
  const { guild, alice, mallory } = await newScene();
  const who = mention(mallory);

  await told(alice, `!timeout ${who} 10m`);
  expect(await told(alice, `!untimeout ${who} calm again`)).toContain('(case #2)');
  expect(await told(alice, `!softban ${who} advertising`)).toContain('(case #3)');
  const { id } = guild.stranger('trudy');
  expect(await told(alice, `!ban ${id} perm`)).toContain('(case #4)');
  expect(await told(alice, `!unban ${id} appeal`)).toContain('(case #5)');
  expect(await told(alice, '!case note 1 see the appeal')).toBe('Added a note to case #1.');
  expect(await told(alice, '!case edit 1 another reason')).toBe('Changed the reason of case #1.');
  expect(await told(alice, '!case delete 1')).toContain('Deleted case #1.');
  expect(await told(alice, '!case restore 1')).toBe('Restored case #1.');
  expect(await told(alice, '!case view 1')).toContain('another reason');
});

test('kicks, and sets up channels', async () => {
  const { guild, alice, mallory } = await newScene();

  expect(await told(alice, `!kick ${mention(mallory)}`)).toContain('(case #1)');
  expect(await told(alice, `!slowmode 30 <#${guild.channelId}>`)).toContain('one message every 30 seconds');
  const there = mentionChannel(guild.sandbox.addChannel({ name: 'raided' }));
  expect(await told(alice, `!lock ${there} a raid`)).toBe(`Locked ${there}.`);
  expect(await told(alice, `!unlock ${there}`)).toBe(`Unlocked ${there}.`);
});

test('refuses a duration that is none, with what the handler says', async () => {
  const { alice, mallory } = await newScene();

  const reply = await alice.prefix(`!timeout ${mention(mallory)} soon calm down`);

  expect(reply.text).toContain('`duration`');
});

test('says which option is missing and how the command is typed', async () => {
  const { alice, mallory } = await newScene();

  const reply = await alice.prefix(`!warn ${mention(mallory)}`);

  expect(reply.text).toContain('`reason` is missing. It takes text of at most 1000 characters (Why');
  expect(reply.text).toContain('How to type it: `!warn <user> <reason>`');
});

test('refuses whoever may not, before it reads what they typed', async () => {
  const { guild, mallory } = await newScene();
  const bob = guild.member({ username: 'bob' });

  expect((await bob.prefix(`!ban ${mention(mallory)}`)).text).toContain('`moderation.ban`');
  expect((await bob.prefix('!case list nonsense')).text).toContain('`moderation.cases`');
});

test('works with a mention of the bot in place of the prefix', async () => {
  const { alice, mallory } = await newScene();

  expect(await told(alice, `<@${bot.sandbox.bot.id}> note ${mallory.id} asked nicely`)).toContain(
    '(case #1)',
  );
});

test('keeps to the slash form where the answer has buttons or a form', async () => {
  const { alice } = await newScene();
  const asked = await alice.send('!purge 5');
  await alice.prefix('!ping');

  const answers = alice.messages.filter(({ author }) => author.id === bot.sandbox.bot.id);
  expect(answers).toHaveLength(1);
  expect(answers[0]?.message_reference?.message_id).not.toBe(asked.id);
});
