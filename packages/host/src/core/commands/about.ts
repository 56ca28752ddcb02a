import { Command } from '@sapphire/framework';
import { formatDuration, reply, translator } from '@twi/sdk';

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
    const t = await translator(interaction, { audience: 'guild' });
    const name = client.user.displayName;
    const plugins = core
      .loadedPlugins()
      .map(({ id, plugin, discovered }) => `${plugin?.title ?? id} ${discovered.version}`);
    await interaction.reply(
      reply.info(t('core:about.text', { name }), {
        title: name,
        fields: [
          { name: t('core:about.version'), value: core.version, inline: true },
          { name: t('core:about.uptime'), value: formatDuration(client.uptime, t.locale), inline: true },
          {
            name: t('core:about.servers'),
            value: t('core:about.server-count', { count: client.guilds.cache.size }),
            inline: true,
          },
          { name: t('core:about.plugins'), value: plugins.join(', ') || t('core:about.none') },
        ],
      }),
    );
  }
}
