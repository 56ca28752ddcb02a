import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, textOf } from '@twi/testing';
import { PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { databaseOf, settle, totals, until } from './stats-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

const BACKFILL = 'stats backfill';

/** A server in which something was written before the plugin was switched on. */
async function newScene(messages: number) {
  const guild = await bot.guild();
  const alice = guild.member({ username: 'alice' });
  const mod = guild.member({ username: 'mod', permissions: ['ManageGuild'] });
  for (let index = 0; index < messages; index += 1) await alice.send(`Message ${index}`);
  const desk = guild.sandbox.addChannel({ name: 'desk' }).id;
  await guild.owner.slash('plugins enable', { plugin: 'stats' });
  return { guild, alice, mod: mod.in({ id: desk }), desk };
}

/** What the last message of a channel says, in all. */
const lastIn = (channelId: string): string => {
  const message = bot.sandbox.messages(channelId).at(-1);
  return message ? textOf(message) : '';
};

/** Lets no page of the history be read until the faults are cleared. */
function holdHistory(): void {
  bot.fault.failNext({
    template: '/channels/{channel_id}/messages',
    method: 'GET',
    status: 500,
    times: 1_000,
  });
}

async function messagesOf(guild: TestGuild): Promise<number> {
  return (await totals(bot, guild)).messages;
}

test('the past is counted once, with a message that says how far it is and what came of it', async () => {
  const { guild, mod, desk } = await newScene(120);

  const begun = await mod.slash(BACKFILL, { channel: guild.channelId, days: 7 });
  expect(begun.isEphemeral).toBe(false);
  expect(begun.text).toContain(`<#${guild.channelId}>`);
  expect(begun.buttons).toEqual(['Stop']);
  await settle(bot);
  await until(
    () => lastIn(desk).includes('is counted'),
    () => `the message says so, not: ${lastIn(desk)}`,
  );
  expect(lastIn(desk)).toContain('Counted anew\n120');
  expect(await messagesOf(guild)).toBe(120);

  const again = await mod.slash(BACKFILL, { channel: guild.channelId });
  await settle(bot);
  await until(() => lastIn(desk).includes('Counted anew\n0'), 'nothing is counted again');
  expect(again.text).toContain('Counting the past');
  expect(await messagesOf(guild)).toBe(120);
  await until(async () => {
    const { rows } = await sql`select from stats.backfill_messages`.execute(databaseOf(bot));
    return rows.length === 0;
  }, 'no message is looked after any more');
});

test('the message is brought up to date by the bot that was started again', async () => {
  const { guild, mod, desk } = await newScene(30);
  holdHistory();
  await mod.slash(BACKFILL, { channel: guild.channelId, days: 7 });
  await bot.stop();
  bot.fault.clear();
  await bot.restart();

  await settle(bot);

  await until(
    () => lastIn(desk).includes('is counted'),
    () => `the message says so, not: ${lastIn(desk)}`,
  );
  expect(await messagesOf(guild)).toBe(30);
});

test('the message of one that stands still is left as it is', async () => {
  const { guild, mod, desk } = await newScene(3);
  holdHistory();
  await mod.slash(BACKFILL, { channel: guild.channelId, days: 7 });
  await until(
    () => lastIn(desk).includes('0 %'),
    () => `the message says how far it is, not: ${lastIn(desk)}`,
  );
  const editedAt = () => bot.sandbox.messages(desk).at(-1)?.edited_timestamp;
  const before = editedAt();
  for (let round = 0; round < 3; round += 1) {
    await sql`update stats.backfill_messages set edited_at = now() - interval '1 minute'`.execute(
      databaseOf(bot),
    );
    await container.stats.backfillProgress.work();
  }
  expect(editedAt()).toBe(before);

  bot.fault.clear();
  await settle(bot);
  await until(() => lastIn(desk).includes('is counted'), 'it says the end');
});

test('the button ends it for whoever may, once; what was counted stays', async () => {
  const { guild, alice, mod, desk } = await newScene(30);
  holdHistory();
  const begun = await mod.slash(BACKFILL, { channel: guild.channelId, days: 7 });

  const refused = await alice.in({ id: desk }).click(begun, 'Stop');
  expect(refused.isEphemeral).toBe(true);
  expect(refused.text).toContain('stats.backfill');
  const ended = await mod.click(begun, 'Stop');
  expect(ended.text).toContain('was ended');
  expect(ended.buttons).toEqual([]);
  bot.fault.clear();

  const late = await mod.click({ ...begun.message, id: begun.message.id }, 'Stop').catch(() => undefined);
  expect(late).toBeUndefined();
  await mod.slash(BACKFILL, { channel: guild.channelId, days: 7 });
  await settle(bot);
  expect(await messagesOf(guild)).toBe(30);
  await until(() => lastIn(desk).includes('is counted'), 'the second one is over');
});

test('what cannot be counted is refused, and says what can', async () => {
  const { guild, alice, mod } = await newScene(1);
  const overwrite = {
    id: guild.id,
    type: 0 as const,
    allow: '0',
    deny: String(PermissionFlagsBits.ViewChannel),
  };
  const secret = guild.sandbox.addChannel({ name: 'secret', permission_overwrites: [overwrite] }).id;

  expect((await mod.slash(BACKFILL, { channel: secret })).text).toMatch(/cannot read/);
  await expect(mod.slash(BACKFILL, { channel: guild.channelId, days: 366 })).rejects.toThrow('365');
  await expect(alice.slash(BACKFILL, { channel: guild.channelId })).resolves.toMatchObject({
    isEphemeral: true,
  });
  holdHistory();
  await mod.slash(BACKFILL, { channel: guild.channelId });
  expect((await mod.slash(BACKFILL, { channel: guild.channelId })).text).toContain('being counted already');
  bot.fault.clear();
  await settle(bot);
});

test('who asked, and who ended it, is recorded', async () => {
  const { guild, mod } = await newScene(2);
  holdHistory();
  const begun = await mod.slash(BACKFILL, { channel: guild.channelId });
  await mod.click(begun, 'Stop');
  bot.fault.clear();

  const { rows } = await sql<{ action: string; user_id: string }>`
    select action, user_id from core.audit_logs where guild_id = ${guild.id} and action like 'stats.%' order by id`.execute(
    bot.database.handle.db.withoutPlugins(),
  );
  expect(rows).toEqual([
    { action: 'stats.backfill', user_id: mod.id },
    { action: 'stats.backfill-stop', user_id: mod.id },
  ]);
});
