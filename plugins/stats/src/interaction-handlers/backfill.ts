import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import type { ButtonInteraction, Snowflake } from 'discord.js';
import { backfillReply } from '../replies/backfill-reply.ts';

/** The back-fill that a button is about. */
interface Press {
  readonly channelId: Snowflake;
  readonly id: string;
}

/** Ends a back-fill; what it has counted stays. */
export class BackfillHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'stats.backfill' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'stats' || parsed.handler !== 'backfill') return this.none();
    const [, channelId, id] = /^stop:(\d{17,20}):(\d{1,18})$/.exec(parsed.state) ?? [];
    return channelId !== undefined && id !== undefined ? this.some<Press>({ channelId, id }) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, { channelId, id }: Press): Promise<void> {
    await interaction.deferUpdate();
    const { guildId, member } = interaction;
    const { backfillProgress } = this.container.stats;
    const ended = await backfillProgress.stop({ guildId, channelId, id }, member);
    const t = await translator(interaction, { audience: 'guild' });
    await interaction.editReply(backfillReply(ended, channelId, t));
  }
}
