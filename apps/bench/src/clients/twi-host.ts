import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from '@sapphire/framework';
import { startHost } from '@twi/host';
import { definePlugin } from '@twi/sdk';
import { ANSWER, COMMAND } from '../command.ts';
import { API_URL, reportReady, required, TOKEN } from './parent.ts';

const DATABASE_URL = required('BENCH_DATABASE_URL');
const GUILD_ID = required('BENCH_GUILD_ID');

class BenchCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(COMMAND);
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(ANSWER);
  }
}

const benchPlugin = definePlugin({
  id: 'bench',
  title: 'Benchmark',
  description: 'One command that answers at once.',
  pieces: { commands: { bench: BenchCommand } },
});

const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
const host = await startHost({
  token: TOKEN,
  apiUrl: API_URL,
  databaseUrl: DATABASE_URL,
  dataDir: directory,
  givenPlugins: [{ plugin: benchPlugin }],
  logLevel: 'warn',
});
await host.enablement.enable(GUILD_ID, ['bench'], undefined);
await host.reconciler.reconcileGuild(GUILD_ID);
reportReady();
