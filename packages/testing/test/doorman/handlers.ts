import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { customId, parseCustomId, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  type ButtonInteraction,
  ModalBuilder,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const isFor = (handler: string, id: string) => parseCustomId(id)?.handler === handler;

export class AgainHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    return isFor('again', interaction.customId) ? this.some() : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    await interaction.update(reply.success('Hello again!'));
  }
}

export class FormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    return isFor('form', interaction.customId) ? this.some() : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    const input = new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Short);
    await interaction.showModal(
      new ModalBuilder()
        .setCustomId(customId('doorman', 'written'))
        .setTitle('Write a greeting')
        .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input)),
    );
  }
}

export class WrittenHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    return isFor('written', interaction.customId) ? this.some() : this.none();
  }

  override async run(interaction: ModalSubmitInteraction): Promise<void> {
    const text = interaction.fields.getTextInputValue('text');
    await interaction.reply(reply.success(text, { ephemeral: true }));
  }
}

export class WordHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    return isFor('word', interaction.customId) ? this.some() : this.none();
  }

  override async run(interaction: StringSelectMenuInteraction): Promise<void> {
    await interaction.reply(reply.info(interaction.values.join(', ')));
  }
}
