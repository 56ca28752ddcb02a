import { Subcommand } from '@sapphire/plugin-subcommands';
import { contextOf, reply, UserError } from '@twi/sdk';
import {
  type ApplicationCommandOptionChoiceData,
  type AutocompleteInteraction,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import { downloadFile } from '../config/download-file.ts';
import type { ConfigRequest } from '../config/guild-config.ts';
import { suggestValues } from '../config/suggest-values.ts';
import { guildOf } from '../guild-of.ts';
import { configChangedReply } from '../replies/config-changed-reply.ts';
import { configFormReply } from '../replies/config-form-reply.ts';
import { configHistoryReply } from '../replies/config-history-reply.ts';
import { configImportReply, settingsFileOf } from '../replies/config-import-reply.ts';
import { configOverviewReply, configShowReply } from '../replies/config-show-reply.ts';
import { editable } from '../replies/editable.ts';
import { suggest } from '../suggest.ts';
import { addConfigSubcommands } from './config-options.ts';

const { Ephemeral } = MessageFlags;

type Interaction = Subcommand.ChatInputCommandInteraction;

/** The settings of a server: of the bot and of each plugin. */
export class ConfigCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'The settings of this server.',
      node: 'core.config',
      example: '/config set plugin: General key: prefix value: !',
      subcommands: [
        { name: 'show', chatInputRun: 'show' },
        { name: 'set', chatInputRun: 'set' },
        { name: 'edit', chatInputRun: 'edit' },
        { name: 'reset', chatInputRun: 'reset' },
        { name: 'history', chatInputRun: 'history' },
        { name: 'revert', chatInputRun: 'revert' },
        { name: 'export', chatInputRun: 'export' },
        { name: 'import', chatInputRun: 'import' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addConfigSubcommands(
        command.setName(this.name).setDescription(this.description).setContexts(InteractionContextType.Guild),
      ),
    );
  }

  async show(interaction: Interaction): Promise<void> {
    const { config } = this.container.core;
    const { id } = guildOf(interaction);
    const typed = interaction.options.getString('plugin');
    const target = typed === null ? undefined : config.target(typed);
    await interaction.deferReply({ flags: Ephemeral });
    const answer = target
      ? configShowReply(target, await config.state(id, target))
      : configOverviewReply(await config.overview(id));
    await interaction.editReply(answer);
  }

  async set(interaction: Interaction): Promise<void> {
    const { config } = this.container.core;
    const request = this.#request(interaction);
    const field = config.field(request.target, interaction.options.getString('key', true));
    await interaction.deferReply({ flags: Ephemeral });
    const changed = await config.setTyped(request, field, interaction.options.getString('value', true));
    await interaction.editReply(configChangedReply(request.target, changed));
  }

  async edit(interaction: Interaction): Promise<void> {
    const { guild, target } = this.#request(interaction);
    await interaction.deferReply({ flags: Ephemeral });
    const state = await this.container.core.config.state(guild.id, target);
    await interaction.editReply(configFormReply(target, state, 0));
  }

  async reset(interaction: Interaction): Promise<void> {
    const { config } = this.container.core;
    const request = this.#request(interaction);
    const key = interaction.options.getString('key');
    const field = key === null ? undefined : config.field(request.target, key);
    await interaction.deferReply({ flags: Ephemeral });
    await interaction.editReply(configChangedReply(request.target, await config.reset(request, field)));
  }

  async history(interaction: Interaction): Promise<void> {
    const { guild, target } = this.#request(interaction);
    await interaction.deferReply({ flags: Ephemeral });
    const history = await this.container.core.config.history(guild.id, target);
    await interaction.editReply(configHistoryReply(target, history));
  }

  async revert(interaction: Interaction): Promise<void> {
    const request = this.#request(interaction);
    const revision = interaction.options.getInteger('revision', true);
    await interaction.deferReply({ flags: Ephemeral });
    const changed = await this.container.core.config.revert(request, revision);
    await interaction.editReply(configChangedReply(request.target, changed));
  }

  async export(interaction: Interaction): Promise<void> {
    const { id } = guildOf(interaction);
    await interaction.deferReply({ flags: Ephemeral });
    const files = [settingsFileOf(await this.container.core.transfer.export(id))];
    await interaction.editReply(reply.success('All settings of this server.', { files }));
  }

  async import(interaction: Interaction): Promise<void> {
    const guild = guildOf(interaction);
    await interaction.deferReply({ flags: Ephemeral });
    const file = interaction.options.getAttachment('file', true);
    const text = await downloadFile(file, contextOf(this));
    const plan = await this.container.core.transfer.plan(guild, text);
    await interaction.editReply(editable(configImportReply(plan, text)));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond(await this.#suggest(interaction));
  }

  async #suggest(
    interaction: AutocompleteInteraction,
  ): Promise<ApplicationCommandOptionChoiceData<string>[]> {
    const { config } = this.container.core;
    const { guild, options } = interaction;
    const { name, value } = options.getFocused(true);
    if (name === 'plugin' || !guild)
      return suggest(
        value,
        config.targets().map(({ id, title }) => ({ name: title, value: id })),
      );
    try {
      const target = config.target(options.getString('plugin') ?? '');
      if (name === 'key')
        return suggest(
          value,
          target.fields.map((field) => ({ name: field.title, value: field.name })),
        );
      return await suggestValues(config.field(target, options.getString('key') ?? ''), value, guild);
    } catch (error) {
      // Half of the command is typed, and what it names is not there yet.
      if (error instanceof UserError) return [];
      throw error;
    }
  }

  #request(interaction: Interaction): ConfigRequest {
    const target = this.container.core.config.target(interaction.options.getString('plugin', true));
    return { guild: guildOf(interaction), target, byUserId: interaction.user.id };
  }
}
