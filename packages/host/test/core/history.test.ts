import { Command } from '@sapphire/framework';
import { defineReversal, definePlugin, type PluginContext, UserError } from '@twi/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AuditLogRepository, PermissionOverrideRepository } from '@twi/database';
import type { Exchange, MemberActor } from '@twi/sandbox';
import type { PermissionsString } from 'discord.js';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

/** A lamp in every guild: the world that actions change. */
const lamps = new Map<string, boolean>();
let context: PluginContext;
/** Holds a reversal in the middle of its work. */
let pause: Promise<void> = Promise.resolve();

const switched = defineReversal({
  data: z.object({ on: z.boolean() }),
  node: 'lamp.switch',
  undo: ({ guild, data, member: by }) => set(guild.id, { on: !data.on, byUserId: by.id }),
  redo: ({ guild, data, member: by }) => set(guild.id, { on: data.on, byUserId: by.id }),
});

async function set(guildId: string, { on, byUserId }: { on: boolean; byUserId: string }): Promise<string> {
  if ((lamps.get(guildId) ?? false) === on)
    throw new UserError({ identifier: 'lamp.same', message: `The lamp is ${on ? 'on' : 'off'} already.` });
  await pause;
  lamps.set(guildId, on);
  await context.audit.record({
    guildId,
    userId: byUserId,
    action: 'lamp.switch',
    target: 'the lamp',
    reversal: { on },
  });
  return `The lamp is ${on ? 'on' : 'off'}.`;
}

class LampCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('lamp').setDescription('Toggles.'));
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const guildId = interaction.guildId ?? '';
    await interaction.reply(await set(guildId, { on: !lamps.get(guildId), byUserId: interaction.user.id }));
  }
}

const lamp = definePlugin({
  id: 'lamp',
  title: 'Lamp',
  description: 'Has a lamp.',
  nodes: { 'lamp.switch': { description: 'switch the lamp' } },
  reversals: {
    'lamp.switch': switched,
    'lamp.break': defineReversal({
      data: z.object({}),
      node: 'lamp.switch',
      undo: () => Promise.reject(new TypeError('the bulb is gone')),
      redo: () => Promise.resolve('Broken again.'),
    }),
  },
  pieces: { commands: { lamp: LampCommand } },
  setup(given) {
    context = given;
  },
});

let bench: Bench;
let home: BenchGuild;
let ann: MemberActor;
beforeAll(async () => {
  bench = await startBench([lamp]);
});
beforeEach(async () => {
  home = await benchGuild(bench, ['lamp']);
  ann = home.member;
});
afterAll(() => bench[Symbol.asyncDispose]());

let people = 0;
function member(permissions: PermissionsString[] = []): MemberActor {
  people += 1;
  const { id } = bench.sandbox.createUser({ username: `visitor${people}` });
  const role = home.guild.addRole({ name: `Role ${people}`, permissions, position: 1 });
  home.guild.addMember(id, { roleIds: [role.id] });
  return bench.sandbox.as(id, { channelId: home.channelId });
}

async function said(asked: Promise<Exchange>): Promise<string> {
  const { response } = await (await asked).settled();
  return response?.embeds[0]?.description ?? response?.content ?? '';
}

const isOn = (): boolean => lamps.get(home.guild.id) ?? false;
const logs = (): AuditLogRepository => new AuditLogRepository(bench.host.database.db);
const entries = async () => (await logs().list(home.guild.id, { limit: 50 })).rows;
/** The newest entry that can be undone or was. */
const lastId = async (): Promise<string> =>
  (await entries()).find(({ reversal }) => reversal !== null)?.id ?? '';

const suggestions = async (who: MemberActor, verb = 'undo'): Promise<string[]> =>
  (await who.autocomplete(verb, { entry: 'lamp' }, { focused: 'entry' })).map(({ name }) => name);
/** Whom the lines of the record name. */
const targets = (text = ''): string[] => [...text.matchAll(/→ (\w+)/g)].map(([, name]) => name ?? '');

describe('/undo and /redo', () => {
  test('take back one’s last action, then the one before, and do them again in turn', async () => {
    for (let times = 0; times < 3; times += 1) await ann.slash('lamp');
    expect(isOn()).toBe(true);

    expect(await said(ann.slash('undo'))).toBe('The lamp is off.');
    expect(await said(ann.slash('undo'))).toBe('The lamp is on.');
    expect(await said(ann.slash('redo'))).toBe('The lamp is off.');
    expect(await said(ann.slash('redo'))).toBe('The lamp is on.');
    expect(await said(ann.slash('redo'))).toBe('You have undone nothing here that could be done again.');
    for (let times = 0; times < 3; times += 1) await ann.slash('undo');
    expect(isOn()).toBe(false);
    expect(await said(ann.slash('undo'))).toContain('You have done nothing here that could be undone.');
  });

  test('are recorded, with what the plugin did for them', async () => {
    await ann.slash('lamp');
    const id = await lastId();

    await ann.slash('undo');

    const [undo, part, original] = await entries();
    expect(undo).toMatchObject({
      action: 'core.undo',
      userId: ann.userId,
      target: 'the lamp',
      details: { entry: id, action: 'lamp.switch' },
      reversal: null,
    });
    expect(part).toMatchObject({ action: 'lamp.switch', details: { reversalOf: id }, reversal: null });
    expect(original).toMatchObject({ id, reversedBy: ann.userId });
  });

  test('one of several attempts at once wins', async () => {
    await ann.slash('lamp');
    const id = await lastId();
    const { promise, resolve } = Promise.withResolvers<void>();
    pause = promise;

    const answers = Promise.all([1, 2, 3, 4].map(() => said(ann.slash('undo', { entry: id }))));
    await expect
      .poll(async () => bench.lines.filter((line) => line.includes('at this moment')).length, {
        timeout: 5_000,
      })
      .toBeGreaterThanOrEqual(3);
    resolve();

    expect((await answers).filter((answer) => answer === 'The lamp is off.')).toHaveLength(1);
    expect((await entries()).filter(({ action }) => action === 'core.undo')).toHaveLength(1);
    expect(await said(ann.slash('undo', { entry: id }))).toMatch(
      new RegExp(`Entry #${id} was already undone by <@${ann.userId}> <t:\\d+:R>\\.`),
    );
  });

  test('that fail leave the entry as it was, and say what the plugin says', async () => {
    await ann.slash('lamp');
    const id = await lastId();
    lamps.set(home.guild.id, false);

    expect(await said(ann.slash('undo'))).toBe('The lamp is off already.');
    expect((await logs().get(home.guild.id, id)).reversedAt).toBeNull();

    lamps.set(home.guild.id, true);
    expect(await said(ann.slash('undo'))).toBe('The lamp is off.');
  });

  test('a reversal that breaks is the plugin’s bug, told once, and the entry stays', async () => {
    await context.audit.record({
      guildId: home.guild.id,
      userId: ann.userId,
      action: 'lamp.break',
      reversal: {},
    });

    expect(await said(ann.slash('undo'))).toContain('Something went wrong on my side');

    const [entry] = await entries();
    expect(entry).toMatchObject({ action: 'lamp.break', reversedAt: null });
    const blamed = bench.lines.filter(
      (line) => line.includes('the bulb is gone') && line.includes('"error"'),
    );
    expect(blamed).toEqual([expect.stringContaining('of lamp')]);
  });

  test('say why an entry cannot be reversed', async () => {
    const record = (entry: { action: string; reversal?: Record<string, unknown> }) =>
      context.audit.record({ guildId: home.guild.id, userId: ann.userId, ...entry });
    const undoLast = async (): Promise<string> => {
      const [entry] = await entries();
      return said(ann.slash('undo', { entry: `#${entry?.id}` }));
    };

    await record({ action: 'lamp.look' });
    expect(await undoLast()).toContain('(`lamp.look`) is of a kind that cannot be undone.');
    await record({ action: 'radio.play', reversal: {} });
    expect(await undoLast()).toContain('no plugin that is running knows how to undo or repeat that');
    await record({ action: 'lamp.switch', reversal: { colour: 'red' } });
    expect(await undoLast()).toContain('recorded by another version of **Lamp**');
    expect(await said(ann.slash('undo', { entry: 'yesterday' }))).toContain('There is no entry “yesterday”');
    expect(await said(ann.slash('undo', { entry: '99999999999999999999' }))).toContain('There is no entry');
    await ann.slash('lamp');
    expect(await said(ann.slash('redo', { entry: await lastId() }))).toContain('was not undone');
  });

  test('ask the gate of the plugin', async () => {
    await ann.slash('lamp');
    const { enablement, plugins } = bench.host;
    await enablement.disable(home.guild.id, ['lamp'], undefined);

    expect(await said(ann.slash('undo'))).toBe(
      'This action belongs to **Lamp**, which is switched off here.',
    );

    await enablement.enable(home.guild.id, ['lamp'], undefined);
    await plugins.unload('lamp');
    expect(await said(ann.slash('undo'))).toContain('**Lamp**, which is not running at present');
    await plugins.load('lamp');
    expect(await said(ann.slash('undo'))).toBe('The lamp is off.');
  });

  test('ask for the node of the action', async () => {
    await ann.slash('lamp');
    const overrides = new PermissionOverrideRepository(bench.host.database.db);
    await overrides.save({ guildId: home.guild.id, node: 'lamp.switch', userId: ann.userId }, 'deny');

    expect(await said(ann.slash('undo'))).toBe('You need the permission `lamp.switch` for that.');
    expect(isOn()).toBe(true);
  });

  test('leave what others did to those who may read the record', async () => {
    await ann.slash('lamp');
    const [ben, auditor] = [member(), member(['ViewAuditLog'])];
    const entry = await lastId();

    expect(await said(ben.slash('undo', { entry }))).toContain('also need the permission `core.audit`');
    expect(await said(auditor.slash('undo'))).toContain('You have done nothing here');
    expect(await said(auditor.slash('undo', { entry }))).toBe('The lamp is off.');
    expect(await said(auditor.slash('redo'))).toBe('The lamp is on.');
  });

  test('suggest in words what the member may want', async () => {
    await ann.slash('lamp');
    const [ben, auditor] = [member(), member(['ViewAuditLog'])];
    const id = await lastId();

    const [own] = await suggestions(ann);
    expect(own).toMatch(
      new RegExp(`^#${id} lamp\\.switch → the lamp · person\\d+, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC$`),
    );
    expect(await suggestions(ben)).toEqual([]);
    expect(await suggestions(auditor)).toEqual([own]);
    expect(await suggestions(ann, 'redo')).toEqual([]);
    await ann.slash('undo');
    expect(await suggestions(ann)).toEqual([]);
    expect(await suggestions(ann, 'redo')).toEqual([own]);
  });
});

describe('/audit', () => {
  test('shows who did what to whom and when, and who undid it', async () => {
    const auditor = member(['ViewAuditLog']);
    const guildId = home.guild.id;
    await context.audit.record({
      guildId,
      userId: ann.userId,
      action: 'lamp.lend',
      target: auditor.userId,
      details: { days: 3, backAt: '2026-03-01T08:30:00.000Z', why: 'a party', list: [1] },
    });
    await context.audit.record({ guildId, action: 'lamp.flicker', target: home.channelId });
    await ann.slash('lamp');
    await ann.slash('undo');

    const lines = (await said(auditor.slash('audit'))).split('\n');

    expect(lines).toHaveLength(5);
    const [undo, part, original, flicker, lend] = lines;
    const number = /^`#\d+` <t:\d+:R> /.source;
    expect(undo).toMatch(
      new RegExp(`${number}<@${ann.userId}> \`core.undo\` → the lamp · entry \\d+, action lamp.switch$`),
    );
    expect(part).toMatch(/`lamp\.switch` → the lamp · to reverse #\d+$/);
    expect(original).toMatch(
      new RegExp(`\`lamp\\.switch\` → the lamp · undone by <@${ann.userId}> <t:\\d+:R>$`),
    );
    expect(flicker).toMatch(new RegExp(`${number}I \`lamp.flicker\` → <#${home.channelId}>$`));
    expect(lend).toMatch(
      new RegExp(
        `${number}<@${ann.userId}> \`lamp.lend\` → <@${auditor.userId}> · why a party, days 3, back at 2026-03-01 08:30 UTC$`,
      ),
    );
  });

  test('filters, and turns its pages after others were added', async () => {
    const auditor = member(['ViewAuditLog']);
    const guildId = home.guild.id;
    const add = (name: string, userId = ann.userId) =>
      context.audit.record({ guildId, userId, action: 'lamp.clean', target: name });
    for (const name of ['one', 'two', 'three', 'four', 'five']) await add(name);
    await add('other', auditor.userId);
    await context.audit.record({ guildId, userId: ann.userId, action: 'lamp.dust', target: 'six' });
    const first = await auditor.slash('audit', { user: ann.userId, action: 'lamp.clean', limit: 2 });
    const { response } = await first.settled();
    const id = response?.id ?? '';
    expect(targets(response?.embeds[0]?.description)).toEqual(['five', 'four']);
    await add('new');
    expect(targets(await said(auditor.click(id, 'Next')))).toEqual(['three', 'two']);
    expect(targets(await said(auditor.click(id, 'Next')))).toEqual(['one']);
    expect(targets(await said(auditor.click(id, 'Previous')))).toEqual(['three', 'two']);
    expect(await said(auditor.slash('audit', { action: 'nonsense' }))).toBe(
      'Nothing was recorded that fits.',
    );
    const actions = await auditor.autocomplete('audit', { action: 'lamp' }, { focused: 'action' });
    expect(actions.map(({ value }) => value)).toEqual(['lamp.clean', 'lamp.dust']);
  });

  test('is for those who may read the record', async () => {
    expect(ann.commands().map(({ name }) => name)).not.toContain('audit');
  });
});
