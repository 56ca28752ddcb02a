import { BucketScope, Command, Precondition } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { PermissionOverrideRepository } from '@twi/database';
import { definePlugin, type PluginContext, reply } from '@twi/sdk';
import {
  ApplicationCommandType,
  type BaseInteraction,
  type CommandInteraction,
  GatewayIntentBits,
  type Message,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CooldownService } from '../../src/cooldowns/cooldown-service.ts';
import { silentLogger } from '../silent-logger.ts';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

const SHORT = 20_000;
const LONG = 120_000;

let context: PluginContext;
let isOpen = true;
let ran: string[] = [];

async function done(interaction: CommandInteraction): Promise<void> {
  ran.push(interaction.commandName);
  await interaction.reply(reply.success('Done.'));
}

class StampCommand extends Command {
  constructor(loader: Command.LoaderContext) {
    super(loader, {
      node: 'office.stamp',
      cooldownDelay: LONG,
      cooldownLimit: 2,
      // The types of Sapphire know only the preconditions that are augmented.
      preconditions: ['office/opening-hours' as 'Enabled'],
    });
  }
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('stamp').setDescription('Stamps.'));
    registry.registerContextMenuCommand((command) =>
      command.setName('Stamp').setType(ApplicationCommandType.User),
    );
  }
  override chatInputRun = done;
  override contextMenuRun = done;
  override messageRun(message: Message): void {
    ran.push(message.content);
  }
}

const once = (name: string, cooldownScope: BucketScope, cooldownDelay = SHORT) =>
  class extends Command {
    constructor(loader: Command.LoaderContext) {
      super(loader, { cooldownDelay, cooldownScope });
    }
    override registerApplicationCommands(registry: Command.Registry): void {
      registry.registerChatInputCommand((command) => command.setName(name).setDescription('Once.'));
    }
    override chatInputRun = done;
  };

class FilesCommand extends Subcommand {
  constructor(loader: Subcommand.LoaderContext) {
    super(loader, {
      cooldownDelay: SHORT,
      subcommands: [
        { name: 'read', chatInputRun: 'run', messageRun: 'runMessage' },
        { name: 'burn', chatInputRun: 'run', messageRun: 'runMessage', node: 'office.burn' },
        { name: 'copy', chatInputRun: 'run', cooldownDelay: LONG },
      ],
    });
  }
  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('files')
        .setDescription('Files.')
        .addSubcommand((sub) => sub.setName('read').setDescription('Reads.'))
        .addSubcommand((sub) => sub.setName('burn').setDescription('Burns.'))
        .addSubcommand((sub) => sub.setName('copy').setDescription('Copies.')),
    );
  }
  run = done;
  runMessage(message: Message): void {
    ran.push(message.content);
  }
}

class OpeningHours extends Precondition {
  #ask(): Precondition.Result {
    return isOpen ? this.ok() : this.error({ identifier: 'office.closed', message: 'The office is closed.' });
  }
  override chatInputRun(_: BaseInteraction) {
    return this.#ask();
  }
  override contextMenuRun(_: BaseInteraction) {
    return this.#ask();
  }
  override messageRun(_: Message) {
    return this.#ask();
  }
}

const office = definePlugin({
  id: 'office',
  title: 'Office',
  description: 'Makes people wait.',
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  nodes: {
    'office.stamp': { description: 'stamp' },
    'office.burn': { description: 'burn files', default: 'ManageGuild' },
  },
  pieces: {
    commands: {
      stamp: StampCommand,
      files: FilesCommand,
      'per-channel': once('per-channel', BucketScope.Channel),
      'per-guild': once('per-guild', BucketScope.Guild, LONG),
      'per-bot': once('per-bot', BucketScope.Global, LONG),
    },
    preconditions: { 'opening-hours': OpeningHours },
  },
  setup(given) {
    context = given;
  },
});

let bench: Bench;
let home: BenchGuild;
beforeAll(async () => {
  bench = await startBench([office]);
});
beforeEach(async () => {
  home = await benchGuild(bench, ['office']);
  ran = [];
  isOpen = true;
});
afterAll(() => bench[Symbol.asyncDispose]());

type Member = BenchGuild['member'];

/** Uses a command and gives what the bot says. */
async function use(command: string, member: Member = home.member): Promise<string | undefined> {
  const exchange = await member.slash(command);
  return (await exchange.settled()).response?.embeds[0]?.description;
}

function neighbour(channelId = home.channelId): Member {
  const { id } = bench.sandbox.createUser({ username: `neighbour${Math.random().toString(36).slice(2)}` });
  home.guild.addMember(id);
  return bench.sandbox.as(id, { channelId });
}

const WAIT = /You have used `stamp` often enough for now\. You can use it again <t:(\d+):R>\./;

test('slash command, menu and prefix command count together, and the refusal says when it ends', async () => {
  await use('stamp');
  await home.member.contextMenu('Stamp', { userId: home.member.userId });
  const before = Date.now();

  const refusal = await use('stamp');

  const [, at] = WAIT.exec(refusal ?? '') ?? [];
  expect(Number(at) * 1_000).toBeGreaterThan(before + LONG - 60_000);
  expect(Number(at) * 1_000).toBeLessThan(before + LONG + 2_000);
  const menu = await home.member.contextMenu('Stamp', { userId: home.member.userId });
  expect(menu.response?.embeds[0]?.description).toMatch(WAIT);
  await home.member.send(`<@${bench.sandbox.bot.id}> stamp`);
  await vi.waitFor(() => {
    const said = home.member.messages().flatMap(({ embeds }) => embeds.map(({ description }) => description));
    expect(said.filter((text) => WAIT.test(text ?? '')).length).toBeGreaterThan(0);
  }, 5_000);
  expect(ran).toEqual(['stamp', 'Stamp']);
});

test('a prefix command counts', async () => {
  const call = `<@${bench.sandbox.bot.id}> stamp`;
  await home.member.send(call);
  await home.member.send(call);
  await vi.waitFor(() => expect(ran).toEqual([call, call]), 5_000);

  expect(await use('stamp')).toMatch(WAIT);
});

test('uses that were refused for another reason do not count', async () => {
  const overrides = new PermissionOverrideRepository(bench.host.database.db);
  const key = { guildId: home.guild.id, node: 'office.burn', userId: home.member.userId };
  isOpen = false;
  for (let tries = 0; tries < 3; tries += 1) expect(await use('stamp')).toBe('The office is closed.');
  isOpen = true;
  expect(await use('stamp')).toBe('Done.');

  await overrides.save(key, 'deny');
  expect(await use('files burn')).toContain('office.burn');
  expect(await use('files read')).toBe('Done.');
});

test('a prefix subcommand that was refused does not count, one that ran does', async () => {
  const call = `<@${bench.sandbox.bot.id}> files`;
  await home.member.send(`${call} burn`);
  await vi.waitFor(
    () => expect(home.member.messages().some(({ author }) => author.id === bench.sandbox.bot.id)).toBe(true),
    5_000,
  );
  await home.member.send(`${call} read`);
  await vi.waitFor(() => expect(ran).toEqual([`${call} read`]), 5_000);

  expect(await use('files read')).toContain('often enough');
});

test('the cooldown of a command is shared by its subcommands, but for one that has its own', async () => {
  expect(await use('files read')).toBe('Done.');
  expect(await use('files read')).toContain('`files`');
  expect(await use('files copy')).toBe('Done.');
  expect(await use('files copy')).toContain('`files copy`');
});

test('everybody waits for themselves, a channel, a guild or the whole bot', async () => {
  const second = home.guild.addChannel({ name: 'second' }).id;
  const [other, elsewhere] = [neighbour(), neighbour(second)];
  const away = (await benchGuild(bench, ['office'])).member;

  await use('stamp');
  await use('stamp');
  expect(await use('stamp', other)).toBe('Done.');

  expect(await use('per-channel')).toBe('Done.');
  expect(await use('per-channel', other)).toContain('`per-channel` was used here a short while ago.');
  expect(await use('per-channel', elsewhere)).toBe('Done.');

  expect(await use('per-guild')).toBe('Done.');
  expect(await use('per-guild', elsewhere)).toContain('was used here');
  expect(await use('per-guild', away)).toBe('Done.');

  expect(await use('per-bot')).toBe('Done.');
  expect(await use('per-bot', away)).toContain('was used here');
});

test('staff end the wait of one person or of everybody, and it holds in another process too', async () => {
  const { db, notifications } = bench.host.database;
  const elsewhere = await CooldownService.start({
    database: { db, notifications },
    logger: silentLogger,
    ownerIds: new Set(),
  });
  const other = neighbour();
  const rule = { limit: 1, delay: SHORT, scope: BucketScope.User };
  const there = {
    command: 'files',
    guildId: home.guild.id,
    channelId: null,
    userId: home.member.userId,
  };
  await elsewhere.take(there, rule);
  for (const member of [home.member, home.member, other, other]) await use('stamp', member);
  await use('files read');

  await context.cooldowns.clear({ guildId: home.guild.id, command: 'stamp', userId: home.member.userId });
  expect(await use('stamp')).toBe('Done.');
  expect(await use('stamp', other)).toMatch(WAIT);

  await context.cooldowns.clear({ guildId: home.guild.id, command: 'stamp' });
  expect(await use('stamp', other)).toBe('Done.');

  await context.cooldowns.clear({ guildId: home.guild.id, command: 'files' });
  expect(await use('files read')).toBe('Done.');
  await expect.poll(() => elsewhere.waitUntil(there, rule), { timeout: 5_000 }).toBeUndefined();
  await elsewhere.close();
});

test('long waits outlive the process, owners of the bot and people who are left out wait for nothing', async () => {
  const { db, notifications } = bench.host.database;
  const later = await CooldownService.start({
    database: { db, notifications },
    logger: silentLogger,
    ownerIds: new Set(['1']),
  });
  await use('per-guild');
  const use2 = { command: 'per-guild', guildId: home.guild.id, channelId: null, userId: '2' };
  const rule = { limit: 1, delay: LONG, scope: BucketScope.Guild, filteredUsers: ['3'] };

  expect(await later.waitUntil(use2, rule)).toBeInstanceOf(Date);
  expect(await later.take(use2, rule)).toBeInstanceOf(Date);
  expect(await later.take({ ...use2, userId: '1' }, rule)).toBeUndefined();
  expect(await later.take({ ...use2, userId: '3' }, rule)).toBeUndefined();
  await later.close();
});
