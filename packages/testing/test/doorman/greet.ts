import { Command, type ApplicationCommandRegistry } from '@sapphire/framework';
import { contextOf, customId, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  type AutocompleteInteraction,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type ContextMenuCommandInteraction,
  type Message,
  StringSelectMenuBuilder,
} from 'discord.js';

const WORDS = ['Hello', 'Good morning', 'Good evening'];

/** Greets in every way in which a member can ask for it. */
export class GreetCommand extends Command {
  override registerApplicationCommands(registry: ApplicationCommandRegistry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('greet')
        .setDescription('Greets somebody')
        .addUserOption((option) => option.setName('who').setDescription('Whom').setRequired(true))
        .addStringOption((option) => option.setName('word').setDescription('How').setAutocomplete(true)),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Greet').setType(ApplicationCommandType.User),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const word = interaction.options.getString('word') ?? 'Hello';
    const who = interaction.options.getUser('who', true);
    const id = (handler: string) => customId('doorman', handler, who.id);
    const button = new ButtonBuilder()
      .setCustomId(id('again'))
      .setLabel('Again')
      .setStyle(ButtonStyle.Primary);
    const form = new ButtonBuilder()
      .setCustomId(id('form'))
      .setLabel('Write')
      .setStyle(ButtonStyle.Secondary);
    const select = new StringSelectMenuBuilder()
      .setCustomId(id('word'))
      .setPlaceholder('Other words')
      .addOptions(WORDS.map((label) => ({ label, value: label })));
    const components = [
      new ActionRowBuilder<ButtonBuilder>().addComponents(button, form),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
    ];
    await interaction.reply(reply.success(`${word}, <@${who.id}>!`, { components }));
  }

  override async contextMenuRun(interaction: ContextMenuCommandInteraction): Promise<void> {
    await interaction.deferReply();
    await interaction.editReply(reply.info(`Hello, <@${interaction.targetId}>!`));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = WORDS.filter((word) => word.toLowerCase().startsWith(typed));
    await interaction.respond(fitting.map((word) => ({ name: word, value: word })));
  }

  override async messageRun(message: Message): Promise<void> {
    contextOf(this).logger.warn('Somebody still uses prefix commands.');
    await message.reply('Hello!');
  }
}
