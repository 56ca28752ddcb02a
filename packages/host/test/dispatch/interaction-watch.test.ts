import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
import { Events } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { InteractionWatch } from '../../src/dispatch/interaction-watch.ts';
import { silentLogger } from '../silent-logger.ts';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

class NeverCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('never').setDescription('Says nothing.'));
  }
  override chatInputRun(): void {}
}

class LateCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName('late').setDescription('Answers too late.'),
    );
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await sleep(2_700);
    await interaction.reply('Here I am.');
  }
}

class ThinkingCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('thinking').setDescription('Never ends.'));
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply();
  }
}

class WaitingCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName('waiting').setDescription('Waits for the database.'),
    );
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await bench.database.handle.db.selectFrom('core.users').select('id').execute();
    await interaction.reply('There it is.');
  }
}

const slow = definePlugin({
  id: 'slow',
  title: 'Slow',
  description: 'Takes its time.',
  pieces: {
    commands: { never: NeverCommand, late: LateCommand, thinking: ThinkingCommand, waiting: WaitingCommand },
  },
});

let bench: Bench;
let home: BenchGuild;

beforeAll(async () => {
  bench = await startBench([slow]);
  home = await benchGuild(bench, ['slow']);
});
afterAll(() => bench[Symbol.asyncDispose]());

function errorsOf(name: string): Promise<{ errorType: string }[]> {
  return bench.database.handle.db
    .selectFrom('core.error_logs')
    .select('errorType')
    .where('command', '=', name)
    .execute();
}

test('a command that never answers is answered in time, and counted against its plugin', async () => {
  const exchange = await home.member.slash('never');

  expect(exchange.response?.embeds[0]?.description).toMatch(/^That took too long/);
  expect(exchange.acknowledgedAfterMs).toBeLessThan(3_000);
  await vi.waitFor(
    async () => expect(await errorsOf('never')).toEqual([{ errorType: 'HandlerTimeoutError' }]),
    5_000,
  );
});

test('an answer that comes after that changes nothing and is no second error', async () => {
  const exchange = await home.member.slash('late');
  await sleep(1_500);

  expect(exchange.response?.embeds[0]?.description).toMatch(/^That took too long/);
  expect(exchange.followups).toEqual([]);
  await vi.waitFor(async () => expect(await errorsOf('late')).toHaveLength(1), 5_000);
});

test('what was deferred and never finished ends with an error in place of "thinking"', async () => {
  const blamed: string[] = [];
  const watch = new InteractionWatch({
    errors: {
      handle: async (error, { name, interaction }) => {
        blamed.push(`${name}: ${String(error)}`);
        if (interaction?.isRepliable()) await interaction.editReply('given up');
        return 'failed';
      },
    },
    logger: silentLogger,
    isDatabaseSlow: async () => false,
    answerWithinMs: 300,
    finishWithinMs: 600,
  });
  bench.host.client.once(Events.InteractionCreate, (interaction) =>
    watch.begin(interaction, { plugin: 'slow', kind: 'chat-input', name: 'thinking' }),
  );

  const exchange = await home.member.slash('thinking');
  await exchange.settled({ timeoutMs: 5_000 });

  expect(exchange.response?.content).toBe('given up');
  expect(blamed).toEqual([
    'thinking: HandlerTimeoutError: The chat-input "thinking" of the plugin "slow" did not finish within 600 ms.',
  ]);
});

/** Keeps the database busy for the time of a piece of work: whoever wants the rows of people waits. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await bench.database.handle.db.transaction().execute(async (transaction) => {
    await sql`lock table core.users in access exclusive mode`.execute(transaction);
    await work();
  });
}

test('a command that waits for the database is answered in time, and its plugin is not blamed', async () => {
  await whileLocked(async () => {
    const exchange = await home.member.slash('waiting');

    expect(exchange.response?.embeds[0]?.description).toMatch(
      /^The database takes too long at present.* look before you try again/,
    );
    expect(exchange.acknowledgedAfterMs).toBeLessThan(3_000);
  });
  await vi.waitFor(
    async () => expect(await errorsOf('waiting')).toEqual([{ errorType: 'SlowDatabaseError' }]),
    5_000,
  );
});
