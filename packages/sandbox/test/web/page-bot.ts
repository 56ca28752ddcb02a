import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandDataResolvable,
  Interaction,
} from 'discord.js';
import type { TestBot } from '../test-bot.ts';

const CITIES = ['Berlin', 'Bern', 'Lisbon', 'Oslo', 'Paris'];

const COMMANDS: readonly ApplicationCommandDataResolvable[] = [
  { name: 'secret', description: 'Answers so that only you see it' },
  { name: 'silent', description: 'Never answers' },
  { name: 'panel', description: 'Shows everything that can be clicked' },
  { name: 'feedback', description: 'Opens a form' },
  { name: 'survey', description: 'Opens a form with every kind of field' },
  {
    name: 'upload',
    description: 'Takes a file',
    options: [
      {
        name: 'file',
        description: 'Any file',
        type: ApplicationCommandOptionType.Attachment,
        required: true,
      },
    ],
  },
  {
    name: 'travel',
    description: 'Travels to a city',
    options: [
      {
        name: 'city',
        description: 'Where to',
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
      },
      {
        name: 'days',
        description: 'For how long',
        type: ApplicationCommandOptionType.Integer,
        required: true,
        minValue: 1,
        maxValue: 30,
      },
      { name: 'with', description: 'In whose company', type: ApplicationCommandOptionType.User },
    ],
  },
  {
    name: 'purge',
    description: 'For moderators only',
    defaultMemberPermissions: PermissionFlagsBits.ManageMessages,
  },
  { name: 'Quote', type: ApplicationCommandType.Message },
  { name: 'Who is this', type: ApplicationCommandType.User },
];

/** Lets a bot answer everything that the page can ask of it. */
export async function teach(bot: TestBot): Promise<void> {
  bot.onInteraction(answer);
  await bot.client.application.commands.set(COMMANDS);
}

const EXTRAS = [
  { label: 'Nuts', value: 'nuts' },
  { label: 'Cream', value: 'cream' },
];

const SIZES = [
  { label: 'Small', value: 'small' },
  { label: 'Large', value: 'large' },
];

const SURVEY: APIModalInteractionResponseCallbackData = {
  custom_id: 'survey',
  title: 'A survey',
  components: [
    labelled('Size', { type: ComponentType.RadioGroup, custom_id: 'size', options: SIZES }),
    labelled('Extras', { type: ComponentType.CheckboxGroup, custom_id: 'extras', options: EXTRAS }),
    labelled('I agree', { type: ComponentType.Checkbox, custom_id: 'agree' }),
    labelled('Friend', { type: ComponentType.UserSelect, custom_id: 'friend' }),
    labelled('Files', { type: ComponentType.FileUpload, custom_id: 'files', required: false }),
  ],
};

function labelled(label: string, component: APIComponentInLabel): APILabelComponent {
  return { type: ComponentType.Label, label, component };
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const found = CITIES.filter((city) => city.toLowerCase().startsWith(typed));
    return interaction.respond(found.map((name) => ({ name, value: name })));
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply(`Quoted: ${interaction.targetMessage.content}`);
  }
  if (interaction.isUserContextMenuCommand())
    return interaction.reply(`That is ${interaction.targetUser.username}`);
  if (interaction.isButton() && interaction.customId === 'go')
    return interaction.update({ content: 'Clicked', components: [] });
  if (interaction.isAnySelectMenu()) return interaction.reply(`Chose ${interaction.values.join(', ')}`);
  if (interaction.isModalSubmit() && interaction.customId === 'survey') {
    const { fields } = interaction;
    const files = fields.getUploadedFiles('files')?.map(({ name }) => name) ?? [];
    const told = [
      fields.getRadioGroup('size'),
      fields.getCheckboxGroup('extras').join('+'),
      fields.getCheckbox('agree'),
      fields.getSelectedUsers('friend')?.first()?.username,
      ...files,
    ];
    return interaction.reply(told.join(', '));
  }
  if (interaction.isModalSubmit()) {
    return interaction.reply(`Thanks: ${interaction.fields.getTextInputValue('text')}`);
  }
  if (!interaction.isChatInputCommand()) return undefined;
  switch (interaction.commandName) {
    case 'secret':
      return interaction.reply({ content: 'Just for you', flags: MessageFlags.Ephemeral });
    case 'travel': {
      const { options } = interaction;
      return interaction.reply(`To ${options.getString('city')} for ${options.getInteger('days')} days`);
    }
    case 'panel':
      return interaction.reply({ content: 'A panel', components: panel() });
    case 'upload': {
      const { name, size } = interaction.options.getAttachment('file', true);
      return interaction.reply(`Got ${name} of ${size} bytes`);
    }
    case 'survey':
      return interaction.showModal(SURVEY);
    case 'feedback':
      return interaction.showModal(feedback());
    default:
      return undefined;
  }
}

function panel() {
  return [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary),
      new ButtonBuilder()
        .setCustomId('no')
        .setLabel('Not now')
        .setStyle(ButtonStyle.Secondary)
        .setDisabled(true),
    ),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('colour')
        .setPlaceholder('Choose a colour')
        .addOptions({ label: 'Red', value: 'red' }, { label: 'Green', value: 'green' }),
    ),
    new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
      new UserSelectMenuBuilder().setCustomId('people').setPlaceholder('Choose people').setMaxValues(2),
    ),
  ];
}

function feedback(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('feedback')
    .setTitle('Your feedback')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('What do you think?')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setMinLength(5),
        ),
    );
}
