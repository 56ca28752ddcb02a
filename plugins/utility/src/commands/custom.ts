import { Subcommand } from '@sapphire/plugin-subcommands';
import { contextOf, MOST_CHOICES, translator } from '@twi/sdk';
import { type AutocompleteInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { type CustomCommandContent, LONGEST_NAME } from '../custom-commands/custom-command.ts';
import { addForm, editForm } from '../replies/custom-form.ts';
import { customListReply } from '../replies/custom-list-reply.ts';
import { customReply, type CustomReplyView } from '../replies/custom-reply.ts';
import {
  contentOptions,
  everywhereOption,
  nameOption,
  newNameOf,
  PLAIN_COMMAND,
  readChanges,
} from './custom-options.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

export class CustomCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Text commands of this server',
      example: '/custom add name:rules text:Be kind, {user}. The rest is in #rules.',
      subcommands: [
        { name: 'add', chatInputRun: 'add', node: 'utility.custom' },
        { name: 'edit', chatInputRun: 'edit', node: 'utility.custom' },
        { name: 'remove', chatInputRun: 'remove', node: 'utility.custom' },
        { name: 'list', chatInputRun: 'list' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((add) =>
          contentOptions(
            add
              .setName('add')
              .setDescription('Make a command that answers with a text')
              .addStringOption((option) =>
                option
                  .setName('name')
                  .setDescription('What people type after the prefix')
                  .setMaxLength(LONGEST_NAME)
                  .setRequired(true),
              ),
          ),
        )
        .addSubcommand((edit) =>
          everywhereOption(
            contentOptions(
              nameOption(
                edit
                  .setName('edit')
                  .setDescription('Change a command; with nothing but the name a form opens'),
              ),
            ),
          ),
        )
        .addSubcommand((remove) =>
          nameOption(remove.setName('remove').setDescription('Remove a command; /undo brings it back')),
        )
        .addSubcommand((list) => list.setName('list').setDescription('See the commands of this server')),
    );
  }

  async add(interaction: Interaction): Promise<void> {
    const name = newNameOf(interaction.options.getString('name', true));
    const changes = readChanges(interaction);
    const { text } = changes;
    if (text === undefined) {
      // A form must be the first answer, so nothing is deferred.
      await interaction.showModal(addForm(name, changes));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const command = { ...PLAIN_COMMAND, ...changes, name, text };
    await this.#commands.add(command, interaction.member);
    await this.#tell(interaction, 'add', command);
  }

  async edit(interaction: Interaction): Promise<void> {
    const { guildId, member, options } = interaction;
    const typed = options.getString('name', true);
    const changes = readChanges(interaction);
    if (Object.keys(changes).length === 0) {
      // The commands are at hand.
      await interaction.showModal(editForm(await this.#commands.get(guildId, typed)));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { number } = await this.#commands.get(guildId, typed);
    const command = await this.#commands.edit(number, (now) => ({ ...now, ...changes }), member);
    await this.#tell(interaction, 'edit', command);
  }

  async remove(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const command = await this.#commands.get(
      interaction.guildId,
      interaction.options.getString('name', true),
    );
    await this.#commands.remove(command.number, interaction.member);
    await this.#tell(interaction, 'remove', command);
  }

  async list(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guild, member } = interaction;
    const isStaff = await contextOf(this).permissions.allows(member, 'utility.custom');
    const [commands, prefix] = await Promise.all([
      this.#commands.list(guild.id),
      this.#commands.prefixOf(guild),
    ]);
    const t = await translator(interaction);
    await interaction.editReply(customListReply({ member, commands, isStaff, prefix, page: 0 }, t));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const wanted = interaction.options.getFocused().trim().toLowerCase();
    const commands = await this.#commands.list(interaction.guildId);
    const names = commands.map(({ name }) => name).filter((name) => name.includes(wanted));
    await interaction.respond(names.slice(0, MOST_CHOICES).map((name) => ({ name, value: name })));
  }

  async #tell(interaction: Interaction, verb: CustomReplyView['verb'], command: CustomCommandContent) {
    const prefix = await this.#commands.prefixOf(interaction.guild);
    await interaction.editReply(customReply({ verb, command, prefix }));
  }

  get #commands() {
    return this.container.utility.customCommands;
  }
}
