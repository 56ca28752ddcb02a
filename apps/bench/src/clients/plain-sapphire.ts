import {
  ApplicationCommandRegistries,
  Command,
  LogLevel,
  RegisterBehavior,
  SapphireClient,
  container,
} from '@sapphire/framework';
import { Events, GatewayIntentBits } from 'discord.js';
import { ANSWER, COMMAND } from '../command.ts';
import { API_URL, reportReady, TOKEN } from './parent.ts';

class BenchCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(COMMAND);
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(ANSWER);
  }
}

ApplicationCommandRegistries.setDefaultBehaviorWhenNotIdentical(RegisterBehavior.BulkOverwrite);
const client = new SapphireClient({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: API_URL },
  baseUserDirectory: null,
  logger: { level: LogLevel.None },
});
await container.stores.loadPiece({ store: 'commands', name: COMMAND.name, piece: BenchCommand });
client.once(Events.ClientReady, reportReady);
await client.login(TOKEN);
