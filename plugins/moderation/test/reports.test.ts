import { container } from '@sapphire/pieces';
import { AuditLogRepository } from '@twi/database';
import { startTestBot, type TestBot, type TestGuild, type TestMember } from '@twi/testing';
import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import type { ModerationSettings } from '../src/settings.ts';
import { configure, SOON, staffChannel } from './logs-scene.ts';
import { caseOf, newScene } from './scene.ts';

const PATIENCE_MS = 30_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** A guild that takes reports, its staff, who writes something bad, and who does not like it. */
async function reportScene(settings: Partial<ModerationSettings> = {}) {
  const { guild, mallory } = await newScene(bot);
  const staff = staffChannel(guild, 'reports');
  const permissions = ['ManageMessages', 'ModerateMembers', 'KickMembers', 'BanMembers'] as const;
  const alice = guild.member({ username: 'alice', permissions }).in({ id: staff });
  const bob = guild.member({ username: 'bob' });
  await configure(bot, guild, { reportChannel: staff, reportCooldown: 1_000, ...settings });
  return { guild, staff, alice, bob, mallory, message: await mallory.send('Buy my stuff') };
}

function linkOf(guild: TestGuild, message: APIMessage): string {
  return `https://discord.com/channels/${guild.id}/${message.channel_id}/${message.id}`;
}

function report(
  member: TestMember,
  guild: TestGuild,
  message: APIMessage,
  more: Record<string, string | boolean> = {},
) {
  return member.slash('report', { message: linkOf(guild, message), reason: 'spam', ...more });
}

/** The newest report in the channel of the staff. */
async function panel(staff: string): Promise<APIMessage> {
  return vi.waitFor(() => {
    const newest = bot.sandbox.messages(staff).at(-1);
    if (!newest) throw new Error('Nothing was reported.');
    return newest;
  }, SOON);
}

function field(message: APIMessage, name: string): string | undefined {
  return message.embeds[0]?.fields?.find((found) => found.name === name)?.value;
}

test('a report reaches the staff, with buttons', async () => {
  const { guild, staff, bob, mallory, message } = await reportScene();

  const reply = await report(bob, guild, message, { details: 'Third time today' });

  expect(reply.text).toBe('The staff has got your report #1. I will write to you when it is dealt with.');
  expect(reply.isEphemeral).toBe(true);
  const posted = await panel(staff);
  expect(posted.embeds[0]).toMatchObject({ title: 'Report #1', description: 'Buy my stuff' });
  expect(field(posted, 'Author')).toBe(`<@${mallory.id}> (${mallory.id})`);
  expect(field(posted, 'Reason')).toBe('Spam or advertising');
  expect(field(posted, 'Details')).toBe('Third time today');
  expect(field(posted, 'From')).toBe(`<@${bob.id}>`);
});

test('the menu of a message asks for a reason, then for the rest', async () => {
  const { staff, bob, message } = await reportScene();

  const question = await bob.contextMenu('Report message', message);
  expect(question.isEphemeral).toBe(true);
  const form = await bob.select(question, 'Choose a reason', ['harassment']);
  const reply = await bob.actor.submit(form.modal, { details: 'Rude', name: ['anonymous'] });
  await reply.settled();

  const posted = await panel(staff);
  expect(field(posted, 'Reason')).toBe('Harassment or bullying');
  expect(field(posted, 'From')).toBe('Anonymous');
});

test('is claimed by one, resolved, and its reporter is told', async () => {
  const { guild, staff, alice, bob, message } = await reportScene();
  const carol = guild.member({ username: 'carol', permissions: ['ManageMessages'] }).in({ id: staff });
  await report(bob, guild, message);
  const posted = await panel(staff);

  await alice.click(posted, 'Claim');
  expect(field(await panel(staff), 'State')).toBe(`Claimed by <@${alice.id}>`);
  const refused = await carol.click(posted, 'Resolve');
  expect(refused.followups[0]?.embeds[0]?.description).toBe(`<@${alice.id}> takes care of report #1.`);
  await alice.click(posted, 'Resolve');

  expect(field(await panel(staff), 'State')).toBe(`Resolved by <@${alice.id}>`);
  expect((await panel(staff)).components).toEqual([]);
  await vi.waitFor(() => expect(bob.directMessages).toHaveLength(1), SOON);
  expect(bob.directMessages[0]?.embeds[0]?.description).toMatch(
    /^Your report #1 in \*\*Guild \d+\*\*: The staff has dealt with it/,
  );
});

test('claiming again what one has claimed is not recorded again', async () => {
  const { guild, alice, bob, message } = await reportScene();
  await report(bob, guild, message);
  const key = { guildId: guild.id, number: 1 };

  await container.moderation.reports.claim(key, alice.id);
  await container.moderation.reports.claim(key, alice.id);

  const logs = new AuditLogRepository(bot.database.handle.db);
  const { rows } = await logs.list(guild.id, { action: 'moderation.report-claim', limit: 10 });
  expect(rows.map(({ userId }) => userId)).toEqual([alice.id]);
});

test('two who claim at once: one gets it', async () => {
  const { guild, bob, message } = await reportScene();
  await report(bob, guild, message);
  const staff = ['carol', 'dave', 'erin'].map((username) => guild.member({ username }));
  const { reports } = container.moderation;

  const claims = await Promise.allSettled(
    staff.map(({ id }) => reports.claim({ guildId: guild.id, number: 1 }, id)),
  );

  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('buttons work after a restart, and for the staff alone', { timeout: PATIENCE_MS }, async () => {
  const { guild, staff, alice, bob, message } = await reportScene();
  await report(bob, guild, message);
  const posted = await panel(staff);
  await bot.restart();

  const refused = await bob.in({ id: staff }).click(posted, 'Dismiss');
  expect(refused.text).toContain('permission');
  await alice.click(posted, 'Dismiss');

  expect(field(await panel(staff), 'State')).toBe(`Dismissed by <@${alice.id}>`);
});

test('acts through the same verbs as commands, and links the case', async () => {
  const { guild, staff, alice, bob, mallory, message } = await reportScene();
  await report(bob, guild, message);

  const question = await alice.click(await panel(staff), 'Act');
  const form = await alice.select(question, 'Choose what to do', ['timeout']);
  const reply = await alice.submit(form, { reason: 'Spam', duration: '10m' });

  expect(reply.text).toBe(`Timed out <@${mallory.id}> for 10 minutes (case #1).`);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    type: 'timeout',
    moderatorId: alice.id,
    reason: 'Spam',
  });
  expect(field(await panel(staff), 'Case')).toBe('#1');
  expect(field(await panel(staff), 'State')).toBe(`Resolved by <@${alice.id}>`);
});

test('acts only for who may do the same by command', async () => {
  const { guild, staff, bob, message } = await reportScene();
  const carol = guild.member({ username: 'carol', permissions: ['ManageMessages'] }).in({ id: staff });
  await report(bob, guild, message);

  const question = await carol.click(await panel(staff), 'Act');
  const refused = await carol.select(question, 'Choose what to do', ['ban']);

  expect(refused.modal).toBeUndefined();
  expect(refused.text).toBe('You may not do that here: **Ban** needs a permission of its own.');
});

test('an action that is refused leaves the report open to another try', async () => {
  const { guild, staff, alice, bob, message } = await reportScene();
  await report(bob, guild, message);

  const question = await alice.click(await panel(staff), 'Act');
  const form = await alice.select(question, 'Choose what to do', ['timeout']);
  const refused = await alice.submit(form, { reason: 'Spam', duration: 'soon' });

  expect(refused.text).toContain('`duration` does not take "soon"');
  expect(field(await panel(staff), 'State')).toBe(`Claimed by <@${alice.id}>`);
});

test('refuses what makes no sense, in plain words', async () => {
  const { guild, bob, mallory, message } = await reportScene();
  const own = await bob.send('Oops');
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (!channel?.isSendable()) throw new Error('No such channel.');
  const fromBot = await channel.send('Beep');
  const hidden = guild.sandbox.addChannel({
    name: 'hidden',
    permission_overwrites: [{ id: guild.id, type: 0, deny: PermissionFlagsBits.ViewChannel.toString() }],
  });
  const secret = await guild.owner.in(hidden).send('Secret');

  await expect(report(bob, guild, own)).resolves.toMatchObject({
    text: 'That is your own message. You can delete it.',
  });
  expect((await bob.slash('report', { message: fromBot.url, reason: 'spam' })).text).toContain(
    'from a bot or a webhook',
  );
  expect((await bob.slash('report', { message: 'that one', reason: 'spam' })).text).toContain(
    '`message` is no message that you can see',
  );
  expect((await report(bob, guild, secret)).text).toContain('`message` is no message that you can see');
  await mallory.delete(message);
  expect((await report(bob, guild, message)).text).toContain('`message` is no message that you can see');
});

test('says so where nobody has chosen a channel for reports, and where it does not work', async () => {
  const { guild, bob, message } = await reportScene({ reportChannel: null });
  expect((await report(bob, guild, message)).text).toContain('This server takes no reports yet');

  await configure(bot, guild, { reportChannel: '123456789012345678' });
  expect((await report(bob, guild, message)).text).toContain(
    'I cannot write in the channel where the staff wants its reports',
  );
});

test('limits how often and how much somebody reports, anonymous or not', async () => {
  const { guild, bob, message } = await reportScene({ reportCooldown: 3_600_000 });
  await report(bob, guild, message, { anonymous: true });

  expect((await report(bob, guild, message)).text).toBe(
    'You have just reported something. You can report again in 1 hour.',
  );
  await configure(bot, guild, {
    reportChannel: staffChannel(guild, 'other'),
    reportCooldown: 1_000,
    reportMaxOpen: 1,
  });
  await vi.waitFor(
    async () =>
      expect((await report(bob, guild, message)).text).toContain(
        'The staff still has a report of yours to look at.',
      ),
    SOON,
  );
});

test('takes no anonymous reports where the server wants names', async () => {
  const { guild, bob, message } = await reportScene({ reportAnonymous: false });

  expect((await report(bob, guild, message, { anonymous: true })).text).toContain(
    'does not take anonymous reports',
  );
});

test('tells an anonymous reporter the outcome, also after a restart', { timeout: PATIENCE_MS }, async () => {
  const { guild, staff, alice, bob, message } = await reportScene();
  await report(bob, guild, message, { anonymous: true });
  await bot.restart();

  await alice.click(await panel(staff), 'Dismiss');

  await vi.waitFor(() => expect(bob.directMessages).toHaveLength(1), SOON);
});

test('closes a report whose reporter takes no messages', async () => {
  const { guild, staff, alice, bob, message } = await reportScene();
  guild.setDirectMessages(bob, false);
  await report(bob, guild, message, { anonymous: true });

  await alice.click(await panel(staff), 'Resolve');

  expect(field(await panel(staff), 'State')).toBe(`Resolved by <@${alice.id}>`);
  expect(bot.logs.join('\n')).not.toContain(bob.id);
});

test('no table, no log and no message says who an anonymous reporter is', async () => {
  const { guild, staff, alice, bob, message } = await reportScene();
  await report(bob, guild, message, { anonymous: true, details: 'Please stop this' });
  await vi.waitFor(async () => expect(await usesIn(guild)).toBe(1), SOON);
  expect(await tablesNaming(bob.id)).toEqual([]);

  await alice.click(await panel(staff), 'Resolve');

  await vi.waitFor(() => expect(bob.directMessages).toHaveLength(1), SOON);
  expect(await tablesNaming(bob.id)).toEqual([]);
  expect(JSON.stringify(bot.sandbox.messages(staff))).not.toContain(bob.id);
  expect(bot.logs.join('\n')).not.toContain(bob.id);
});

test('forgets anonymous reporters a day after, once their reports are closed', async () => {
  const { guild, staff, alice, bob, mallory, message } = await reportScene();
  const carol = guild.member({ username: 'carol' });
  await report(bob, guild, message, { anonymous: true });
  await alice.click(await panel(staff), 'Dismiss');
  await report(carol, guild, await mallory.send('More'), { anonymous: true });
  const db = bot.database.handle.forPlugin('moderation');
  const long = new Date(Date.now() - 90_000_000);
  await db
    .updateTable('moderation.report_reporters')
    .set({ createdAt: long })
    .where('guildId', '=', guild.id)
    .execute();

  await container.moderation.reports.forgetReporters();

  const kept = db.selectFrom('moderation.report_reporters').select('number').where('guildId', '=', guild.id);
  expect(await kept.execute()).toEqual([{ number: 2 }]);
});

test('goes through the queue page by page, with the same buttons', async () => {
  const { guild, staff, alice, bob, mallory, message } = await reportScene();
  const carol = guild.member({ username: 'carol' });
  await report(bob, guild, message);
  await report(carol, guild, await mallory.send('More stuff'), { anonymous: true });
  await panel(staff);

  const queue = await alice.slash('reports');
  expect(queue.text).toContain('Report #2');
  const older = await alice.click(queue, 'Next');
  expect(older.text).toContain('Report #1');
  await alice.click(older, 'Dismiss');

  expect((await alice.slash('reports', { state: 'dismissed' })).text).toContain('Report #1');
  expect((await alice.slash('reports', { state: 'resolved' })).text).toBe('There are no such reports.');
  const queued = await alice.slash('reports');
  await alice.click(queued, 'Dismiss');
  expect((await alice.slash('reports')).text).toBe('No report is waiting for the staff.');
});

/** The tables in which a text stands, of the plugin's and of the host's. */
async function tablesNaming(text: string): Promise<string[]> {
  const { db } = bot.database.handle;
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('moderation', 'core', 'pgboss')
  `.execute(db);
  const naming: string[] = [];
  for (const { name } of tables.rows) {
    const found = await sql<{
      row: string;
    }>`select t::text as row from ${sql.raw(name)} t where t::text like ${`%${text}%`}`.execute(db);
    if (found.rows.length > 0) naming.push(name);
  }
  return naming;
}

/** How many uses of commands the host has recorded in a guild; it writes with a delay. */
async function usesIn({ id }: TestGuild): Promise<number> {
  const { db } = bot.database.handle;
  const uses = db.selectFrom('core.command_usages').select('command').where('guildId', '=', id);
  return (await uses.execute()).length;
}
