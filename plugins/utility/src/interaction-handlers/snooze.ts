import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { parseSnoozeButton, type SnoozeButton } from '../replies/snooze-buttons.ts';
import { snoozedReply } from '../replies/snoozed-reply.ts';

/** Puts a reminder off. The buttons work in direct messages, too, where nobody holds nodes; only its owner has it. */
export class SnoozeHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const button = parseSnoozeButton(interaction.customId);
    return button ? this.some(button) : this.none();
  }

  override async run(interaction: ButtonInteraction, { id, snooze }: SnoozeButton): Promise<void> {
    await interaction.deferUpdate();
    const { user, message } = interaction;
    const reminder = await this.container.utility.reminders.snooze({ id, userId: user.id }, snooze);
    const t = await translator(interaction, { audience: 'guild' });
    await interaction.editReply(snoozedReply(message, reminder.dueAt, t));
  }
}
