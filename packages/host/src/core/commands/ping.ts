import { Command } from '@sapphire/framework';
import { reply } from '@twi/sdk';

/** How long messages take. */
export class PingCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'How quickly I answer.', text: true });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const start = performance.now();
    await interaction.deferReply();
    const restMs = performance.now() - start;
    const gatewayMs = interaction.client.ws.ping;
    const fields = [
      // discord.js says -1 before the first heartbeat.
      { name: 'Gateway', value: gatewayMs < 0 ? 'not measured yet' : milliseconds(gatewayMs), inline: true },
      { name: 'REST', value: milliseconds(restMs), inline: true },
      { name: 'Database', value: await this.#databaseWords(), inline: true },
    ];
    await interaction.editReply(reply.info('', { title: 'Pong!', fields }));
  }

  /** A ping tells what is wrong rather than failing with it. */
  async #databaseWords(): Promise<string> {
    try {
      return milliseconds(await this.container.core.ping());
    } catch (error) {
      this.container.logger.warn('The database did not answer a ping.', error);
      return 'not answering';
    }
  }
}

function milliseconds(ms: number): string {
  return `${Math.max(Math.round(ms), 1)} ms`;
}
