import { Subcommand } from '@sapphire/plugin-subcommands';
import { contextOf, MOST_CHOICES, translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags, type SlashCommandSubcommandBuilder } from 'discord.js';
import { LONGEST_REMINDER } from '../reminders/reminder-errors.ts';
import {
  reminderCancelledReply,
  reminderChoice,
  reminderListReply,
  reminderSetReply,
} from '../replies/reminder-replies.ts';

const LONGEST_MOMENT = 100;

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class RemindCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Be reminded of something later',
      node: 'utility.remind',
      text: true,
      example: '/remind me when:tomorrow 9:00 text:Feed the cat',
      subcommands: [
        { name: 'me', chatInputRun: 'me' },
        { name: 'list', chatInputRun: 'list' },
        { name: 'cancel', chatInputRun: 'cancel' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand(meOptions)
        .addSubcommand((list) => list.setName('list').setDescription('Show what you will be reminded of'))
        .addSubcommand(cancelOptions),
    );
  }

  async me(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, channelId, user, locale, options } = interaction;
    const reminder = await this.container.utility.reminders.add({
      guildId,
      channelId,
      userId: user.id,
      when: options.getString('when', true),
      text: options.getString('text', true),
      locale,
    });
    const { timeZone } = await contextOf(this).guild(guildId);
    await interaction.editReply(reminderSetReply(reminder, timeZone, await translator(interaction)));
  }

  async list(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, user } = interaction;
    const page = await this.container.utility.reminders.list({ guildId, userId: user.id });
    await interaction.editReply(reminderListReply(page, await translator(interaction)));
  }

  async cancel(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, user, options } = interaction;
    const typed = options.getString('reminder', true);
    const cancelled = await this.container.utility.reminders.cancel(typed, { guildId, userId: user.id });
    await interaction.editReply(reminderCancelledReply(cancelled, await translator(interaction)));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { guildId, user, locale, options } = interaction;
    const owner = { guildId, userId: user.id };
    const found = await this.container.utility.reminders.suggest(owner, options.getFocused(), MOST_CHOICES);
    const { timeZone } = await contextOf(this).guild(guildId);
    await interaction.respond(found.map((reminder) => reminderChoice(reminder, { locale, timeZone })));
  }
}

function meOptions(me: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return me
    .setName('me')
    .setDescription('Be reminded of something')
    .addStringOption((option) =>
      option
        .setName('when')
        .setDescription('10m, in 2 hours, tomorrow 9:00, next friday 18:30, 2026-12-24 20:00')
        .setMaxLength(LONGEST_MOMENT)
        .setRequired(true),
    )
    .addStringOption((option) =>
      option.setName('text').setDescription('Of what').setMaxLength(LONGEST_REMINDER).setRequired(true),
    );
}

function cancelOptions(cancel: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return cancel
    .setName('cancel')
    .setDescription('Cancel a reminder')
    .addStringOption((option) =>
      option
        .setName('reminder')
        .setDescription('Which one; type a word of it')
        .setRequired(true)
        .setAutocomplete(true),
    );
}
