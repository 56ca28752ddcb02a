import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction, Snowflake } from 'discord.js';
import { scoreReply } from '../replies/score-reply.ts';

/** Answers the button below the points of a member. */
export class RefreshHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'my-plugin.view' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    return parsed?.plugin === 'my-plugin' && parsed.handler === 'refresh'
      ? this.some(parsed.state)
      : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, userId: Snowflake): Promise<void> {
    await interaction.deferUpdate();
    const points = await this.container['my-plugin'].pointsOf(interaction.guildId, userId);
    await interaction.editReply(scoreReply(userId, points));
  }
}
