import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { reminderListReply } from '../replies/reminder-replies.ts';

/** Turns the pages of `/remind list`: always those of who clicks. */
export class RemindersHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'utility.remind' });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    return id?.plugin === 'utility' && id.handler === 'reminders' ? this.some(id.state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, cursor: string): Promise<void> {
    await interaction.deferUpdate();
    const { guildId, user } = interaction;
    const page = await this.container.utility.reminders.list({ guildId, userId: user.id }, cursor);
    await interaction.editReply(reminderListReply(page, await translator(interaction)));
  }
}
