import { Command } from '@sapphire/framework';
import { reply, translator } from '@twi/sdk';

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
    const t = await translator(interaction, { audience: 'guild' });
    const gatewayMs = interaction.client.ws.ping;
    const databaseMs = await this.#databasePing();
    const fields = [
      // discord.js says -1 before the first heartbeat.
      {
        name: t('core:ping.gateway'),
        value: gatewayMs < 0 ? t('core:ping.not-measured') : milliseconds(gatewayMs),
        inline: true,
      },
      { name: t('core:ping.rest'), value: milliseconds(restMs), inline: true },
      { name: t('core:ping.database'), value: databaseMs ?? t('core:ping.not-answering'), inline: true },
    ];
    await interaction.editReply(reply.info('', { title: t('core:ping.title'), fields }));
  }

  /** A ping tells what is wrong rather than failing with it. */
  async #databasePing(): Promise<string | undefined> {
    try {
      return milliseconds(await this.container.core.ping());
    } catch (error) {
      this.container.logger.warn('The database did not answer a ping.', error);
      return undefined;
    }
  }
}

function milliseconds(ms: number): string {
  return `${Math.max(Math.round(ms), 1)} ms`;
}
