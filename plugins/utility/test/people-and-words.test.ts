import { startTestBot, type TestBot } from '@twi/testing';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { utilityPlugin } from '../src/index.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

async function newScene() {
  const guild = await bot.guild({ enable: ['utility'] });
  return {
    guild,
    alice: guild.member({ username: 'alice' }),
    mod: guild.member({ username: 'mod', permissions: ['ManageMessages', 'KickMembers'] }),
  };
}

/** Changes who may do what in a channel, as the staff would. */
async function overwrite(
  channelId: string,
  targetId: string,
  permissions: Readonly<Record<string, boolean>>,
): Promise<void> {
  const channel = await bot.host.client.channels.fetch(channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error('There is no such channel.');
  await channel.permissionOverwrites.edit(targetId, permissions);
}

function linksOf(components: unknown): readonly string[] {
  return [...JSON.stringify(components).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => String(url));
}

test('shows one’s own picture and that of others, in every format', async () => {
  const { guild, alice } = await newScene();
  const stranger = guild.stranger('mallory');

  const own = await alice.slash('avatar');
  const other = await alice.slash('avatar', { user: stranger });

  expect(own.text).toContain('Picture of alice');
  expect(own.embeds[0]?.image?.url).toContain('http');
  expect(other.text).toContain('Picture of mallory');
  // Nobody here has chosen a picture, so there is Discord's own.
  expect(linksOf(own.message.components)).toEqual([expect.stringContaining('/embed/avatars/')]);
});

test('tells of a member what everybody can see', async () => {
  const { alice, mod } = await newScene();

  const answer = await alice.slash('info user', { user: mod });

  expect(answer.text).toContain('`mod`');
  expect(answer.text).toContain(mod.id);
  expect(answer.text).toMatch(/Account since\n<t:\d+:D> \(<t:\d+:R>\)/);
  expect(answer.text).toMatch(/Member since\n<t:\d+:D>/);
  expect(answer.text).toContain('Kick Members, Manage Messages');
  expect(answer.text).toContain('Roles (1)');
  expect(answer.message.mentions).toEqual([]);
});

test('of somebody who is no member it tells of the account alone', async () => {
  const { guild, alice } = await newScene();
  const stranger = guild.stranger('mallory');

  const answer = await alice.slash('info user', { user: stranger });

  expect(answer.text).toContain('They are not a member of this server.');
  expect(answer.text).toContain('`mallory`');
  expect(answer.text).not.toContain('Member since');
});

test('the menu of a person tells the same to who chose it alone', async () => {
  const { alice, mod } = await newScene();

  const answer = await alice.contextMenu('User info', mod);

  expect(answer.isEphemeral).toBe(true);
  expect(answer.text).toContain('`mod`');
});

test('many roles are cut, and nothing is too long for Discord', async () => {
  const { guild, alice } = await newScene();
  const roleIds = Array.from(
    { length: 60 },
    (_, index) => guild.sandbox.addRole({ name: `role ${index}` }).id,
  );
  const rich = guild.member({ username: 'rich', roleIds });

  const answer = await alice.slash('info user', { user: rich });

  expect(answer.text).toContain('Roles (60)');
  expect(answer.text).toContain('and 40 more');
});

test('counts only the channels that the reader sees', async () => {
  const { guild, alice } = await newScene();
  const secret = guild.sandbox.addChannel({ name: 'secret' });
  await overwrite(secret.id, guild.id, { ViewChannel: false });

  const forAlice = await alice.slash('info server');
  const forOwner = await guild.owner.slash('info server');

  expect(forAlice.text).toContain('Text: 1 · forums: 0 · voice: 0');
  expect(forOwner.text).toContain('Text: 2 · forums: 0 · voice: 0');
  expect(forAlice.text).toContain(guild.sandbox.name);
});

test('tells of a role who has it and what it allows', async () => {
  const { guild, alice } = await newScene();
  const role = guild.sandbox.addRole({ name: '*Keepers*', permissions: ['BanMembers'] });
  guild.member({ roleIds: [role.id] });

  const answer = await alice.slash('info role', { role: role.id });
  const everyone = await alice.slash('info role', { role: guild.id });

  expect(answer.text).toContain(String.raw`\*Keepers\*`);
  expect(answer.text).toMatch(/Members\n1 \(/);
  expect(answer.text).toContain('Ban Members');
  expect(everyone.text).toContain('(100%)');
});

test('rolls dice, from a notation or from options', async () => {
  const { alice } = await newScene();

  expect((await alice.slash('roll')).text).toMatch(/^🎲 1d20\n\*\*\d+\*\*/);
  expect((await alice.slash('roll', { dice: '2d6+1' })).text).toMatch(
    /^🎲 2d6\+1\n\[\d, \d\] \+ 1 = \*\*\d+\*\*$/,
  );
  const many = await alice.slash('roll', { sides: 1_000, amount: 100, modifier: -5 });
  expect(many.text).toMatch(/^🎲 100d1000-5\n\[.*\] - 5 = \*\*[\d,]+\*\*$/);
  expect((await alice.slash('roll', { dice: '2d6', sides: 6 })).text).toBe(
    'Give either `dice`, or `sides` and `amount`.',
  );
  const refused = await alice.slash('roll', { dice: '9**9**9' });
  expect(refused.isEphemeral).toBe(true);
  expect(refused.text).toContain('`dice` does not take "9**9**9".');
});

test('asks a poll of Discord’s own', async () => {
  const { alice } = await newScene();

  const answer = await alice.slash('poll', {
    question: 'Pizza?',
    answers: 'Yes |  No | Maybe  so|',
    hours: 768,
    multiple: true,
  });

  expect(answer.message.poll).toMatchObject({
    question: { text: 'Pizza?' },
    allow_multiselect: true,
    answers: [
      { poll_media: { text: 'Yes' } },
      { poll_media: { text: 'No' } },
      { poll_media: { text: 'Maybe so' } },
    ],
  });
});

test.each([
  ['Yes', '`answers` takes 2 to 10 answers, not 1.'],
  ['a|b|c|d|e|f|g|h|i|j|k', '`answers` takes 2 to 10 answers, not 11.'],
  [`Yes | ${'o'.repeat(56)}`, 'has 56 characters; Discord takes at most 55.'],
  ['Yes | No | Yes', 'The answer "Yes" is there twice.'],
])('refuses the answers %s', async (answers, words) => {
  const { alice } = await newScene();

  const refused = await alice.slash('poll', { question: 'Pizza?', answers });

  expect(refused.isEphemeral).toBe(true);
  expect(refused.text).toContain(words);
});

test('who may not ask polls in Discord may not here', async () => {
  const { guild } = await newScene();
  const everybody = guild.sandbox.roles.find(({ id }) => id === guild.id);
  if (!everybody) throw new Error('There is no role of everybody.');
  everybody.permissions &= ~PermissionFlagsBits.SendPolls;

  expect(guild.member().commands).not.toContain('poll');
});

test('says something elsewhere, mentions nobody, and is recorded', async () => {
  const { guild, alice, mod } = await newScene();
  const news = guild.sandbox.addChannel({ name: 'news' });

  const answer = await mod.slash('say', {
    text: String.raw`Hello @everyone and <@${alice.id}>\nBye`,
    channel: news.id,
  });

  const [said] = bot.sandbox.messages(news.id);
  expect(said).toMatchObject({
    content: `Hello @everyone and <@${alice.id}>\nBye`,
    mention_everyone: false,
    mentions: [],
  });
  expect(answer.isEphemeral).toBe(true);
  expect(answer.text).toBe(`Said it in <#${news.id}>.`);
  expect((await guild.owner.slash('audit', { action: 'utility.say' })).text).toContain(`<@${mod.id}>`);
});

test('who may mention everybody does', async () => {
  const { guild } = await newScene();
  const loud = guild.member({ permissions: ['ManageMessages', 'MentionEveryone'] });
  const bots = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  if (!bots) throw new Error('The bot has no role.');
  bots.permissions |= PermissionFlagsBits.MentionEveryone;

  await loud.slash('say', { text: '@everyone look' });

  expect(bot.sandbox.messages(guild.channelId).at(-1)?.mention_everyone).toBe(true);
});

test('says nothing where either of the two may not write', async () => {
  const { guild, mod } = await newScene();
  const locked = guild.sandbox.addChannel({ name: 'locked' });
  await overwrite(locked.id, mod.id, { SendMessages: false });
  const closed = guild.sandbox.addChannel({ name: 'closed' });
  await overwrite(closed.id, mod.id, { SendMessages: true });
  await overwrite(closed.id, bot.sandbox.bot.id, { SendMessages: false });

  const first = await mod.slash('say', { text: 'Hello', channel: locked.id });
  const second = await mod.slash('say', { text: 'Hello', channel: closed.id });

  expect(first.text).toContain('You cannot write in');
  expect(second.text).toContain('I cannot write in');
  expect([...bot.sandbox.messages(locked.id), ...bot.sandbox.messages(closed.id)]).toEqual([]);
});

test('only who holds the node makes the bot speak', async () => {
  const { alice } = await newScene();

  expect(alice.commands).not.toContain('say');
});
