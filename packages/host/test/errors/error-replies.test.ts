import { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { CursorError } from '@twi/database';
import { ConfigurationError, definePlugin, reply, UpstreamError, UserError } from '@twi/sdk';
import { type ChatInputCommandInteraction, DiscordAPIError, MessageFlags } from 'discord.js';
import got from 'got';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

const SECRET = 'opensesame-4711';

const discordError = (code: number): DiscordAPIError =>
  new DiscordAPIError({ code, message: 'no' }, code, 403, 'PUT', 'http://127.0.0.1/x', {});

const ERRORS: Record<string, () => unknown> = {
  refusal: () => new UserError({ identifier: 'probe.no', message: 'You have no apples.' }),
  stale: () => new CursorError('"1" is not a cursor of this list.'),
  upstream: () => new UpstreamError('AO3', 'GET /works/1 answered 503'),
  website: () => got('http://127.0.0.1:1/?key=1', { retry: { limit: 0 } }).catch((error: unknown) => error),
  configuration: () => new ConfigurationError('No wiki is set up. Ask a server owner.'),
  discord: () => discordError(50013),
  nonsense: () => discordError(50035),
  bug: () => new TypeError(`Cannot read ${SECRET}`, { cause: new Error(`postgres://u:${SECRET}@db/x`) }),
  thing: () => 'just a text',
};

/** The states in which an interaction may be when something fails. */
const PREPARATIONS: Record<string, (interaction: ChatInputCommandInteraction) => Promise<unknown>> = {
  fresh: async () => undefined,
  deferred: (interaction) => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
  replied: (interaction) => interaction.reply(reply.info('So far so good.')),
  purged: async (interaction) => {
    await interaction.deferReply();
    await interaction.deleteReply();
    await interaction.editReply('Nobody can read this.');
  },
};

const PURGED = { how: 'bug', when: 'purged' };

class FailCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('fail')
        .setDescription('Fails.')
        .addStringOption((option) => option.setName('how').setDescription('How').setRequired(true))
        .addStringOption((option) => option.setName('when').setDescription('When').setRequired(true)),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await PREPARATIONS[interaction.options.getString('when', true)]?.(interaction);
    throw await ERRORS[interaction.options.getString('how', true)]?.();
  }
}

class FailInsideCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, { subcommands: [{ name: 'bug', chatInputRun: 'fail' }] });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('inside')
        .setDescription('Fails.')
        .addSubcommand((sub) => sub.setName('bug').setDescription('Fails.'))
        .addSubcommand((sub) => sub.setName('absent').setDescription('Is not there.')),
    );
  }

  fail(): void {
    throw new RangeError('inside');
  }
}

const probe = definePlugin({
  id: 'probe',
  title: 'Probe',
  description: 'Fails.',
  pieces: { commands: { fail: FailCommand } },
});

/** Apart, so that neither fails often enough to be stopped. */
const inner = definePlugin({
  id: 'inner',
  title: 'Inner',
  description: 'Fails inside.',
  pieces: { commands: { inside: FailInsideCommand } },
});

let bench: Bench;
let home: BenchGuild;

beforeAll(async () => {
  bench = await startBench([probe, inner], [SECRET]);
  home = await benchGuild(bench, ['probe', 'inner']);
});
afterAll(() => bench[Symbol.asyncDispose]());

/** The error as the person read it. */
async function fail(how: string, when: string): Promise<string> {
  const exchange = await home.member.slash('fail', { how, when });
  const message = when === 'replied' ? await vi.waitUntil(() => exchange.followups[0]) : exchange.response;
  expect((message?.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  return message?.embeds[0]?.description ?? '';
}

function logged(text: string): readonly string[] {
  return bench.lines.filter((line) => line.includes(text));
}

describe.each(['fresh', 'deferred', 'replied'])('an interaction that is %s', (when) => {
  test.each([
    ['refusal', 'You have no apples.'],
    ['stale', 'This page is not there any more. Use the command again.'],
    ['upstream', 'AO3 is not answering. Please try again later.'],
    ['website', '127.0.0.1 is not answering. Please try again later.'],
    ['configuration', 'No wiki is set up. Ask a server owner.'],
    ['discord', 'I lack a permission for that, or my highest role is not above theirs.'],
  ])('says what a %s means', async (how, words) => {
    expect(await fail(how, when)).toBe(words);
  });

  test.each(['bug', 'nonsense', 'thing'])('gives a %s an id and no detail', async (how) => {
    const words = await fail(how, when);

    expect(words).toMatch(/^Something went wrong on my side \(id `[0-9a-f]{8}`\)\. It was recorded\.$/);
  });
});

test('a failure is one reply, one log line and one row, found by the id of the reply', async () => {
  bench.sandbox.clearRequests();
  const before = logged('"level":"error"').length;

  const exchange = await home.member.slash('inside bug');
  const id = /`(\w{8})`/.exec(exchange.response?.embeds[0]?.description ?? '')?.[1] ?? '';

  const rows = await vi.waitUntil(async () => {
    const found = await bench.database.handle.db
      .selectFrom('core.error_logs')
      .selectAll()
      .where('fingerprint', 'like', `${id}%`)
      .execute();
    return found.length > 0 && found;
  }, 5_000);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    errorType: 'RangeError',
    message: 'inside',
    command: 'inside bug',
    pluginId: 'inner',
    guildId: home.guild.id,
    userId: home.member.userId,
  });
  expect(logged('"level":"error"').length - before).toBe(1);
  expect(exchange.followups).toEqual([]);
});

test.each([
  ['a refusal', () => fail('refusal', 'fresh')],
  ['an answer that was deleted before it was written', () => home.member.slash('fail', PURGED)],
])('%s is neither stored nor more than a debug line', async (_, act) => {
  const count = async () =>
    (await bench.database.handle.db.selectFrom('core.error_logs').selectAll().execute()).length;
  await vi.waitFor(async () => expect(await count()).toBeGreaterThan(0), 5_000);
  const before = await count();
  const loud = bench.lines.length - logged('"level":"debug"').length;

  await act();
  await new Promise((resolve) => setTimeout(resolve, 1_200));

  expect(await count()).toBe(before);
  expect(bench.lines.length - logged('"level":"debug"').length).toBe(loud);
});

test('no secret reaches the log or the table', async () => {
  await fail('bug', 'fresh');

  const rows = await vi.waitUntil(async () => {
    const found = await bench.database.handle.db.selectFrom('core.error_logs').selectAll().execute();
    return found.some(({ errorType }) => errorType === 'TypeError') && found;
  }, 5_000);
  expect(JSON.stringify(rows)).not.toContain(SECRET);
  expect(logged('Cannot read').length).toBeGreaterThan(0);
  expect(logged(SECRET)).toEqual([]);
});

test('a subcommand that no code stands behind is said not to exist', async () => {
  const exchange = await home.member.slash('inside absent');

  expect(exchange.response?.embeds[0]?.description).toContain('does not exist any more');
});

test('uses are recorded with their outcome', async () => {
  const outcomes = await vi.waitUntil(async () => {
    const found = await bench.database.handle.db
      .selectFrom('core.command_usages')
      .select(['command', 'outcome'])
      .where('guildId', '=', home.guild.id)
      .execute();
    return found.length >= 20 && found;
  }, 5_000);

  expect(outcomes).toContainEqual({ command: 'inside bug', outcome: 'failed' });
  expect(outcomes).toContainEqual({ command: 'fail', outcome: 'refused' });
});
