import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, reply, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';

/** The answer to the question of `/stats opt-out`: always about whoever clicks. */
export class OptOutHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    if (id?.plugin !== 'stats' || id.handler !== 'opt-out') return this.none();
    return id.state === 'yes' || id.state === 'no' ? this.some(id.state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, answer: 'no' | 'yes'): Promise<void> {
    await interaction.deferUpdate();
    const t = await translator(interaction);
    if (answer === 'no') {
      await interaction.editReply(reply.info(t('stats:members.unchanged')));
      return;
    }
    await this.container.stats.optOuts.optOut(interaction.guildId, interaction.user.id);
    await interaction.editReply(reply.success(t('stats:members.opted-out')));
  }
}
