import { Subcommand } from '@sapphire/plugin-subcommands';
import type { ErrorGroupFilter } from '@twi/database';
import { parseDuration, reply, UserError } from '@twi/sdk';
import {
  type AutocompleteInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type SlashCommandStringOption,
} from 'discord.js';
import { noSuchGuild, notADuration } from '../errors.ts';
import { hostErrorsReply } from '../replies/host-errors-reply.ts';
import { hostPluginsReply, loadedReply } from '../replies/host-plugins-reply.ts';
import { hostStatusReply } from '../replies/host-status-reply.ts';
import { syncAllPlanReply, syncPlanReply } from '../replies/host-sync-reply.ts';
import { suggest } from '../suggest.ts';

const { Ephemeral } = MessageFlags;
type Interaction = Subcommand.ChatInputCommandInteraction;

/** The process and its plugins, for the bot's owner. */
export class HostCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'The bot itself, for its owner.',
      preconditions: ['core/bot-owner'],
      example: '/host reload plugin: gallery',
      subcommands: [
        { name: 'status', chatInputRun: 'showStatus' },
        { name: 'plugins', chatInputRun: 'listPlugins' },
        { name: 'load', chatInputRun: 'loadPlugin' },
        { name: 'unload', chatInputRun: 'unloadPlugin' },
        { name: 'reload', chatInputRun: 'reloadPlugin' },
        { name: 'errors', chatInputRun: 'listErrors' },
        { name: 'sync', chatInputRun: 'syncCommands' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .setDefaultMemberPermissions(PermissionFlagsBits.Administrator)
        .addSubcommand((sub) => sub.setName('status').setDescription('How the bot fares.'))
        .addSubcommand((sub) => sub.setName('plugins').setDescription('The plugins of this process.'))
        .addSubcommand((sub) =>
          sub
            .setName('load')
            .setDescription('Finds a plugin anew and loads it.')
            .addStringOption(pluginOption),
        )
        .addSubcommand((sub) =>
          sub.setName('unload').setDescription('Takes a plugin out.').addStringOption(pluginOption),
        )
        .addSubcommand((sub) =>
          sub
            .setName('reload')
            .setDescription('Loads a plugin again from its files.')
            .addStringOption(pluginOption),
        )
        .addSubcommand((sub) =>
          sub
            .setName('errors')
            .setDescription('What went wrong, the latest first.')
            .addStringOption((option) =>
              option.setName('plugin').setDescription('Only those of one plugin').setAutocomplete(true),
            )
            .addStringOption((option) =>
              option.setName('since').setDescription('Only the latest, for example 2h or 1d12h'),
            )
            .addBooleanOption((option) =>
              option.setName('resolved').setDescription('Also those that were marked as resolved'),
            ),
        )
        .addSubcommand((sub) =>
          sub
            .setName('sync')
            .setDescription('Brings the commands at Discord in step; shows first what would change.')
            .addStringOption((option) =>
              option.setName('guild').setDescription('Only one server').setAutocomplete(true),
            ),
        ),
    );
  }

  async showStatus(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: Ephemeral });
    const { host, errors } = this.container.core;
    const [status, open] = await Promise.all([host.status(interaction.client), errors.countOpen()]);
    await interaction.editReply(hostStatusReply(status, open));
  }

  async listPlugins(interaction: Interaction): Promise<void> {
    const answer = hostPluginsReply(this.container.core.host.plugins());
    await interaction.reply({ ...answer, flags: Ephemeral });
  }

  async loadPlugin(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: Ephemeral });
    const record = await this.container.core.host.load(interaction.options.getString('plugin', true));
    await interaction.editReply(loadedReply(record, 'loaded'));
  }

  async unloadPlugin(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: Ephemeral });
    const id = interaction.options.getString('plugin', true);
    await this.container.core.host.unload(id);
    await interaction.editReply(reply.success(`**${id}** is unloaded.`));
  }

  async reloadPlugin(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: Ephemeral });
    const record = await this.container.core.host.reload(interaction.options.getString('plugin', true));
    await interaction.editReply(loadedReply(record, 'reloaded'));
  }

  async listErrors(interaction: Interaction): Promise<void> {
    const { options } = interaction;
    const filter: ErrorGroupFilter = {
      pluginId: options.getString('plugin') ?? undefined,
      since: sinceOf(options.getString('since')),
      includeResolved: options.getBoolean('resolved') ?? false,
    };
    await interaction.deferReply({ flags: Ephemeral });
    await interaction.editReply(hostErrorsReply(await this.container.core.errors.list(filter), filter));
  }

  async syncCommands(interaction: Interaction): Promise<void> {
    const { commands } = this.container.core.host;
    const typed = interaction.options.getString('guild');
    const guild = typed === null ? undefined : interaction.client.guilds.cache.get(typed);
    if (typed !== null && !guild) throw new UserError(noSuchGuild(typed));
    await interaction.deferReply({ flags: Ephemeral });
    await interaction.editReply(
      guild
        ? syncPlanReply(guild, await commands.plan(guild.id))
        : syncAllPlanReply((await commands.outOfStep()).length),
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const { core } = this.container;
    const { name, value } = interaction.options.getFocused(true);
    // Preconditions do not guard suggestions.
    if (!core.isBotOwner(interaction.user.id)) {
      await interaction.respond([]);
      return;
    }
    const options =
      name === 'guild'
        ? interaction.client.guilds.cache.map((guild) => ({ name: guild.name, value: guild.id }))
        : core.host.plugins().map(({ id, plugin }) => ({ name: plugin?.title ?? id, value: id }));
    await interaction.respond(suggest(value, options));
  }
}

function pluginOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('plugin').setDescription('Its id').setRequired(true).setAutocomplete(true);
}

function sinceOf(typed: string | null): Date | undefined {
  if (typed === null) return undefined;
  const ms = parseDuration(typed);
  if (ms === undefined) throw new UserError(notADuration('since'));
  return new Date(Date.now() - ms);
}
