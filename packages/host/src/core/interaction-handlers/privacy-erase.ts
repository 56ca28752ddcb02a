import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, UserError } from '@twi/sdk';
import type { ButtonInteraction, Snowflake } from 'discord.js';
import { notYourData } from '../errors.ts';
import { erasureDoneReply } from '../replies/erasure-plan-reply.ts';

/** Erases the data of whoever was asked. */
export class PrivacyEraseHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  /** @throws {UserError} `core.not-your-data` */
  override parse({ customId, user }: ButtonInteraction) {
    const userId = parseCustomId(customId)?.state ?? '';
    if (user.id !== userId) throw new UserError(notYourData());
    return this.some(userId);
  }

  override async run(interaction: ButtonInteraction, userId: Snowflake): Promise<void> {
    await interaction.deferUpdate();
    const { flags: _flags, ...done } = erasureDoneReply(await this.container.core.privacy.erase(userId));
    await interaction.editReply(done);
  }
}
