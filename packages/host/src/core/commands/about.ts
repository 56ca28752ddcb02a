import { Command } from '@sapphire/framework';
import { formatDuration, reply } from '@twi/sdk';
import { counted } from '../words.ts';

/** What this bot is. */
export class AboutCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'What I am, and since when I run.', text: true });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const { core } = this.container;
    const { client } = interaction;
    const plugins = core
      .loadedPlugins()
      .map(({ id, plugin, discovered }) => `${plugin?.title ?? id} ${discovered.version}`);
    await interaction.reply(
      reply.info(`I am ${client.user.displayName}, a bot made of plugins.`, {
        title: client.user.displayName,
        fields: [
          { name: 'Version', value: core.version, inline: true },
          { name: 'Running for', value: formatDuration(client.uptime), inline: true },
          { name: 'Servers', value: counted(client.guilds.cache.size, 'server'), inline: true },
          { name: 'Plugins', value: plugins.join(', ') || 'None.' },
        ],
      }),
    );
  }
}
