import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, type TestMember, textOf } from '@twi/testing';
import { type APIMessage, ChannelType } from 'discord.js';
import type { Updateable } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ReminderRepository } from '../src/database/reminder-repository.ts';
import type { RemindersTable } from '../src/database/reminders-table.ts';
import { utilityPlugin } from '../src/index.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

async function newScene() {
  const guild = await bot.guild({ enable: ['utility'] });
  return { guild, alice: guild.member({ username: 'alice' }), bob: guild.member({ username: 'bob' }) };
}

/** What reminds somebody in a channel. */
function remindersIn(channelId: string): readonly APIMessage[] {
  return bot.sandbox.messages(channelId).filter(({ content }) => content.startsWith('<@'));
}

function remind(member: TestMember, when: string, text = 'Feed the cat') {
  return member.slash('remind me', { when, text });
}

async function idOf(member: TestMember, text: string): Promise<string> {
  const [choice] = await member.autocomplete('remind cancel', { reminder: text }, 'reminder');
  if (!choice) throw new Error(`There is no reminder "${text}".`);
  return String(choice.value);
}

/** Puts a reminder into a state that takes a crash or a long downtime. */
async function changeReminder(id: string, values: Updateable<RemindersTable>): Promise<void> {
  await bot.database.handle
    .forPlugin('utility')
    .updateTable('utility.reminders')
    .set(values)
    .where('id', '=', id)
    .execute();
}

async function setTimeZone(guild: TestGuild, timeZone: string): Promise<void> {
  await guild.owner.slash('config set', { plugin: 'core', key: 'timeZone', value: timeZone });
}

test('reminds once, in the channel, and pings nobody but who asked', async () => {
  const { guild, alice, bob } = await newScene();

  const set = await remind(alice, '2h', `Ask <@${bob.id}> and @everyone about *tea*`);
  expect(set.isEphemeral).toBe(true);
  expect(set.text).toMatch(/I will remind you <t:\d+:F> \(<t:\d+:R>\):/);
  await bot.clock.advance('119m');
  expect(remindersIn(guild.channelId)).toEqual([]);
  await bot.clock.advance('90s');

  const [reminder, ...more] = remindersIn(guild.channelId);
  expect(more).toEqual([]);
  expect(reminder?.content).toBe(`<@${alice.id}>`);
  expect(reminder?.mentions.map(({ id }) => id)).toEqual([alice.id]);
  expect(reminder?.mention_everyone).toBe(false);
  expect(reminder && textOf(reminder)).toContain('and @everyone about *tea*');
  expect(reminder && textOf(reminder)).not.toContain('late');
});

test('times of day are those of the server', async () => {
  const { guild, alice } = await newScene();
  await setTimeZone(guild, 'Asia/Kolkata');

  const set = await remind(alice, '2099-01-01 09:00');

  expect(set.text).toContain('At most 5 years ahead are accepted.');
  const year = bot.clock.now().getUTCFullYear() + 1;
  const accepted = await remind(alice, `${year}-01-01 09:00`);
  expect(accepted.text).toContain(`<t:${Date.parse(`${year}-01-01T09:00:00+05:30`) / 1_000}:F>`);
  expect(accepted.text).toContain('Asia/Kolkata');
});

test.each([
  ['banana', '`when` does not take "banana". Write for example `10m`'],
  ['yesterday', 'which is past'],
  ['in 40 years', 'At most 5 years ahead'],
  ['tomorrow at 25:00', 'does not take'],
])('refuses %s, and keeps nothing', async (when, words) => {
  const { alice } = await newScene();

  const refused = await remind(alice, when);

  expect(refused.isEphemeral).toBe(true);
  expect(refused.text).toContain(words);
  expect((await alice.slash('remind list')).text).toContain('Nothing is waiting.');
});

test('who speaks German writes and reads German', async () => {
  const { guild } = await newScene();
  const erika = guild.member({ locale: 'de' });

  const set = await remind(erika, 'morgen um 9 Uhr', 'Katze füttern');
  const refused = await remind(erika, 'demnächst');

  expect(set.text).toContain('Ich erinnere dich');
  expect(refused.text).toContain('`when` versteht „demnächst“ nicht.');
});

test('nobody has more waiting than the server allows, even when asking many times at once', async () => {
  const { guild, alice, bob } = await newScene();
  await guild.owner.slash('config set', { plugin: 'utility', key: 'reminderMax', value: '3' });

  const answers = await Promise.all(Array.from({ length: 6 }, () => remind(alice, '1d')));

  expect(answers.filter(({ text }) => text.includes('I will remind you'))).toHaveLength(3);
  expect(
    answers.filter(({ text }) => text.includes('No more than 3 of your reminders can wait here')),
  ).toHaveLength(3);
  expect((await remind(bob, '1d')).text).toContain('I will remind you');
});

test('a list shows one’s own alone, and turns its pages after a restart', async () => {
  const { alice, bob } = await newScene();
  await remind(bob, '1d', 'Not for Alice');
  for (let index = 1; index <= 9; index += 1) await remind(alice, `${index}d`, `Thing ${index}`);

  const first = await alice.slash('remind list');
  await bot.restart();
  const second = await alice.click(first, 'Next');

  expect(first.isEphemeral).toBe(true);
  expect(first.text).toContain('Thing 8');
  expect(first.text).not.toContain('Thing 9');
  expect(second.text).toContain('Thing 9');
  expect(`${first.text}${second.text}`).not.toContain('Not for Alice');
});

test('what is cancelled does not come, until it is taken back', async () => {
  const { guild, alice, bob } = await newScene();
  await remind(alice, '3h', 'Water the plants');
  const id = await idOf(alice, 'plants');

  expect((await bob.slash('remind cancel', { reminder: id })).text).toContain('You have no reminder');
  expect((await alice.slash('remind cancel', { reminder: 'plants' })).text).toContain('You have no reminder');
  expect((await alice.slash('remind cancel', { reminder: id })).text).toContain(
    'Cancelled: Water the plants',
  );
  expect((await alice.slash('remind cancel', { reminder: id })).text).toContain('You have no reminder');
  const undone = await bot.undo({ guild, action: 'utility.remind-cancel', by: alice });

  expect(undone).toContain('again');
  await bot.clock.advance('4h');
  expect(remindersIn(guild.channelId)).toHaveLength(1);
});

test('what was cancelled and is past by now cannot be taken back', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '3h');
  await alice.slash('remind cancel', { reminder: await idOf(alice, 'cat') });
  await bot.clock.advance('4h');

  expect(remindersIn(guild.channelId)).toEqual([]);
  await expect(bot.undo({ guild, action: 'utility.remind-cancel', by: alice })).rejects.toThrow(
    'This reminder is gone, or its moment is past.',
  );
});

test('comes once, however many processes deliver it at the same time', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '1h', 'Only once');
  const id = await idOf(alice, 'once');
  await bot.clock.advance('61m');

  const repository = new ReminderRepository(bot.database.handle.forPlugin('utility'));
  expect(await repository.find(id)).toMatchObject({ deliveredAt: expect.any(Date) });
  // As if put off; the message of the first time is out of the seconds that an attempt looks back.
  await bot.clock.advance('1m');
  await changeReminder(id, {
    deliveredAt: null,
    attemptedAt: null,
    dueAt: new Date(bot.clock.now().getTime() - 1_000),
  });
  const before = remindersIn(guild.channelId).length;
  await Promise.all(Array.from({ length: 5 }, () => container.utility.reminders.deliver(id)));

  expect(remindersIn(guild.channelId)).toHaveLength(before + 1);
});

test('comes where it was asked for, also in a thread', async () => {
  const { guild, alice } = await newScene();
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error('There is no such channel.');
  const thread = await channel.threads.create({ name: 'Plans' });
  await remind(alice, '1h', 'In the channel');
  await remind(alice.in(thread), '1h', 'In the thread');
  const ids = [await idOf(alice, 'channel'), await idOf(alice, 'thread')];
  for (const id of ids) await changeReminder(id, { dueAt: new Date(bot.clock.now().getTime() - 1_000) });

  for (const id of ids) await container.utility.reminders.deliver(id);

  expect(remindersIn(guild.channelId).map(textOf).join()).toContain('In the channel');
  expect(remindersIn(thread.id).map(textOf).join()).toContain('In the thread');
});

test('after a crash between telling and noting it, it does not come again', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '1h', 'After the crash');
  const id = await idOf(alice, 'crash');
  await bot.clock.advance('61m');
  // What the process that was killed left: it had begun, and noted nothing more.
  await changeReminder(id, { deliveredAt: null });
  // Beyond the minutes in which Discord itself knows the request again.
  await bot.clock.advance('30m');

  await bot.jobs.run('utility/resume-reminders');

  expect(remindersIn(guild.channelId)).toHaveLength(1);
  const repository = new ReminderRepository(bot.database.handle.forPlugin('utility'));
  expect(await repository.find(id)).toMatchObject({ deliveredAt: expect.any(Date) });
});

test('what came due while the bot was away comes afterwards, and says how late it is', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '1h');
  const id = await idOf(alice, 'cat');
  await bot.stop();
  await changeReminder(id, { dueAt: new Date(bot.clock.now().getTime() - 3 * 3_600_000) });

  await bot.restart();
  await bot.jobs.run('utility/resume-reminders');

  const [reminder, ...more] = remindersIn(guild.channelId);
  expect(more).toEqual([]);
  expect(reminder && textOf(reminder)).toContain('3 hours late');
});

test('where they cannot read the channel any more, it comes by direct message', async () => {
  const { guild, alice } = await newScene();
  const secret = guild.sandbox.addChannel({ name: 'secret' });
  await alice.in(secret).slash('remind me', { when: '1h', text: 'Meet at noon' });
  const channel = await bot.host.client.channels.fetch(secret.id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('There is no such channel.');
  await channel.permissionOverwrites.edit(alice.id, { ViewChannel: false });

  await bot.clock.advance('2h');

  expect(remindersIn(secret.id)).toEqual([]);
  expect(alice.directMessages.map(textOf).join()).toContain('Meet at noon');
});

test('by direct message where the server says so, and in the channel when those are closed', async () => {
  const { guild, alice, bob } = await newScene();
  await guild.owner.slash('config set', { plugin: 'utility', key: 'reminderPlace', value: 'dm' });
  guild.setDirectMessages(bob, false);
  await remind(alice, '1h');
  await remind(bob, '1h');

  await bot.clock.advance('2h');

  expect(alice.directMessages).toHaveLength(1);
  expect(textOf(alice.directMessages[0] as APIMessage)).toContain(guild.sandbox.name);
  expect(remindersIn(guild.channelId).map(({ content }) => content)).toEqual([`<@${bob.id}>`]);
});

test('where the bot may not write any more, it comes by direct message; where nothing takes it, it is over', async () => {
  const { guild, alice, bob } = await newScene();
  const quiet = guild.sandbox.addChannel({ name: 'quiet' });
  await remind(alice.in(quiet), '1h', 'For Alice');
  await remind(bob.in(quiet), '1h', 'For Bob');
  guild.setDirectMessages(bob, false);
  const channel = await bot.host.client.channels.fetch(quiet.id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('There is no such channel.');
  await channel.permissionOverwrites.edit(bot.sandbox.bot.id, { SendMessages: false });

  await bot.clock.advance('2h');

  expect(remindersIn(quiet.id)).toEqual([]);
  expect(alice.directMessages.map(textOf).join()).toContain('For Alice');
  expect(bob.directMessages).toEqual([]);
  expect((await bob.slash('remind list')).text).toContain('Nothing is waiting.');
});

test('who has left the server gets it directly, if they still can be reached', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '1h', 'Say goodbye');
  await alice.leave();

  await bot.clock.advance('2h');

  expect(remindersIn(guild.channelId)).toEqual([]);
});

test('when Discord fails, it comes later, and once', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '1h', 'Through the storm');
  const id = await idOf(alice, 'storm');
  await changeReminder(id, { dueAt: new Date(bot.clock.now().getTime() - 1_000) });
  // One request, and the three tries that discord.js adds.
  bot.fault.failNext({ method: 'POST', template: '/channels/{channel_id}/messages', status: 503, times: 4 });

  await expect(container.utility.reminders.deliver(id)).rejects.toThrow('Service Unavailable');
  expect(remindersIn(guild.channelId)).toEqual([]);
  await container.utility.reminders.deliver(id);

  expect(remindersIn(guild.channelId)).toHaveLength(1);
});

test('nothing comes where the plugin is off, until it is on again', async () => {
  const { guild, alice } = await newScene();
  await remind(alice, '1h');
  await guild.owner.slash('plugins disable', { plugin: 'utility' });

  await bot.clock.advance('2h');
  expect(remindersIn(guild.channelId)).toEqual([]);
  await guild.owner.slash('plugins enable', { plugin: 'utility' });
  await bot.clock.advance('2h');

  expect(remindersIn(guild.channelId)).toHaveLength(1);
});

test('a button puts it off, once, after a restart, too, and only for who asked', async () => {
  const { guild, alice, bob } = await newScene();
  await remind(alice, '1h');
  await bot.clock.advance('61m');
  const [reminder] = remindersIn(guild.channelId);
  if (!reminder) throw new Error('Nothing came.');
  await bot.restart();

  const refused = await bob.click(reminder, 'In 10 minutes');
  expect(refused.followups.map(textOf)).toEqual(['This reminder is not yours.']);
  const clicks = await Promise.all([
    alice.click(reminder, 'In 10 minutes'),
    alice.click(reminder, 'In 10 minutes'),
  ]);
  const [again] = clicks.flatMap(({ followups }) => followups.map(textOf));
  expect(again).toMatch(/^This reminder is waiting already: it comes <t:/);
  const shown = remindersIn(guild.channelId).map(textOf).join('');
  expect(shown).toContain('Put off: it comes again');
  await bot.clock.advance('11m');

  expect(remindersIn(guild.channelId)).toHaveLength(2);
});

test('in direct messages the buttons work as well', async () => {
  const { guild, alice } = await newScene();
  await guild.owner.slash('config set', { plugin: 'utility', key: 'reminderPlace', value: 'dm' });
  await remind(alice, '1h');
  await bot.clock.advance('61m');
  const [message] = alice.directMessages;
  if (!message) throw new Error('Nothing came.');

  const dm = bot.sandbox.as(alice.id, { channelId: message.channel_id });
  const answer = await (await dm.click(message, 'Tomorrow')).settled();

  expect(answer.response && textOf(answer.response)).toContain('Put off: it comes again');
  await bot.clock.advance('2d');
  expect(alice.directMessages).toHaveLength(2);
});
