import { Command } from '@sapphire/framework';
import { definePlugin, reply } from '@twi/sdk';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

let isBroken = true;
let runs = 0;

class ShakyCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('shaky').setDescription('May fail.'));
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    runs += 1;
    if (isBroken) throw new Error('broken');
    await interaction.reply(reply.success('Fine.'));
  }
}

const shaky = definePlugin({
  id: 'shaky',
  title: 'Shaky',
  description: 'May fail.',
  pieces: { commands: { shaky: ShakyCommand } },
});

let bench: Bench;
let home: BenchGuild;

beforeAll(async () => {
  bench = await startBench([shaky]);
  home = await benchGuild(bench, ['shaky']);
});
afterAll(() => bench[Symbol.asyncDispose]());

async function use(): Promise<string> {
  const { response } = await home.member.slash('shaky');
  return response?.embeds[0]?.description ?? '';
}

/** Lets the time of the quarantine be over, as a process whose clock is ahead would say. */
async function serveTime(level: number): Promise<void> {
  const stop = { until: new Date(Date.now() - 1), level, reason: 'Error: broken' };
  const message = JSON.stringify({ origin: 'elsewhere', pluginId: 'shaky', stop });
  await bench.database.handle.notifications.notify('twi_quarantine', message);
  await vi.waitFor(() => expect(bench.host.gate.decide('shaky', home.guild.id)).toBe('open'), {
    interval: 5,
  });
}

function storedState(): Promise<{ state: string; failures: number } | undefined> {
  return bench.database.handle.db
    .selectFrom('core.plugin_state')
    .select(['state', 'failures'])
    .where('pluginId', '=', 'shaky')
    .executeTakeFirst();
}

test('a plugin that keeps failing is stopped, tried again with one event, and let back in when it works', async () => {
  for (let time = 0; time < 11; time += 1) expect(await use()).toContain('Something went wrong');
  expect(runs).toBe(11);

  expect(await use()).toBe(
    'This command belongs to **Shaky**, which is paused after repeated errors; try again in a while.',
  );
  expect(runs).toBe(11);
  await vi.waitFor(async () => expect(await storedState()).toEqual({ state: 'quarantined', failures: 1 }));

  await serveTime(1);
  expect(await use()).toContain('Something went wrong');
  expect(await use()).toContain('paused');
  expect(runs).toBe(12);
  await vi.waitFor(async () => expect(await storedState()).toEqual({ state: 'quarantined', failures: 2 }));

  isBroken = false;
  await serveTime(2);
  expect(await use()).toBe('Fine.');
  // The trial ends a moment after its answer.
  await vi.waitFor(async () => expect(await storedState()).toEqual({ state: 'loaded', failures: 0 }));
  expect(await use()).toBe('Fine.');
});
