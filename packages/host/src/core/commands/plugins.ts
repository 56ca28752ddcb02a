import { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import {
  type AutocompleteInteraction,
  InteractionContextType,
  MessageFlags,
  type SlashCommandStringOption,
} from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { pluginDetailsReply } from '../replies/plugin-details-reply.ts';
import { pluginListReply } from '../replies/plugin-list-reply.ts';
import {
  confirmDisableReply,
  confirmEnableReply,
  disabledReply,
  enabledReply,
} from '../replies/toggle-reply.ts';
import { suggest } from '../suggest.ts';

const { Ephemeral } = MessageFlags;

/** Which plugins a server uses. */
export class PluginsCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'The plugins of this server: what they do, which are on.',
      node: 'core.plugins',
      example: '/plugins enable plugin: Gallery',
      subcommands: [
        { name: 'list', chatInputRun: 'list' },
        { name: 'info', chatInputRun: 'info' },
        { name: 'enable', chatInputRun: 'enable' },
        { name: 'disable', chatInputRun: 'disable' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .setContexts(InteractionContextType.Guild)
        .addSubcommand((sub) => sub.setName('list').setDescription('All plugins, and which are on here.'))
        .addSubcommand((sub) =>
          sub
            .setName('info')
            .setDescription('What a plugin does, needs and keeps.')
            .addStringOption(pluginOption('Which plugin')),
        )
        .addSubcommand((sub) =>
          sub
            .setName('enable')
            .setDescription('Switches a plugin on in this server.')
            .addStringOption(pluginOption('Which plugin to switch on')),
        )
        .addSubcommand((sub) =>
          sub
            .setName('disable')
            .setDescription('Switches a plugin off in this server. What it has stored stays.')
            .addStringOption(pluginOption('Which plugin to switch off')),
        ),
    );
  }

  async list(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    const { plugins } = this.container.core;
    const { id } = guildOf(interaction);
    const t = await translator(interaction);
    const answer = pluginListReply({ plugins: plugins.list(id), slots: plugins.slots(id) }, t);
    await interaction.reply({ ...answer, flags: Ephemeral });
  }

  async info(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    const guild = guildOf(interaction);
    const plugin = this.container.core.plugins.get(guild.id, interaction.options.getString('plugin', true));
    const t = await translator(interaction);
    await interaction.reply({ ...pluginDetailsReply(plugin, guild, t), flags: Ephemeral });
  }

  async enable(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    const { plugins } = this.container.core;
    const guild = guildOf(interaction);
    const plugin = plugins.get(guild.id, interaction.options.getString('plugin', true));
    const t = await translator(interaction);
    const missing = plugins.enabledWith(guild.id, plugin.id);
    if (missing.length > 0) {
      await interaction.reply(confirmEnableReply(plugin, missing, t));
      return;
    }
    await interaction.deferReply({ flags: Ephemeral });
    const toggle = { guildId: guild.id, pluginId: plugin.id, byUserId: interaction.user.id };
    await interaction.editReply(enabledReply(await plugins.enable(toggle), guild, t));
  }

  async disable(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    const { plugins } = this.container.core;
    const guild = guildOf(interaction);
    const plugin = plugins.get(guild.id, interaction.options.getString('plugin', true));
    const t = await translator(interaction);
    const dependants = plugins.disabledWith(guild.id, plugin.id);
    if (dependants.length > 0) {
      await interaction.reply(confirmDisableReply(plugin, dependants, t));
      return;
    }
    await interaction.deferReply({ flags: Ephemeral });
    const toggle = { guildId: guild.id, pluginId: plugin.id, byUserId: interaction.user.id };
    await interaction.editReply(disabledReply(await plugins.disable(toggle), t));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const plugins = interaction.guildId ? this.container.core.plugins.list(interaction.guildId) : [];
    const options = plugins.map(({ id, title }) => ({ name: title, value: id }));
    await interaction.respond(suggest(interaction.options.getFocused(), options));
  }
}

function pluginOption(description: string) {
  return (option: SlashCommandStringOption): SlashCommandStringOption =>
    option.setName('plugin').setDescription(description).setRequired(true).setAutocomplete(true);
}
