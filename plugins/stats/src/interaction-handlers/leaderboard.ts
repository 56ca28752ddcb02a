import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator, UserError } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { notYourPages } from '../errors.ts';
import { type LeaderboardPage, pageOf } from '../leaderboard/leaderboard-page.ts';
import { readLeaderboard } from '../leaderboard/read-leaderboard.ts';
import { leaderboardReply } from '../replies/leaderboard-reply.ts';

/** Turns the pages of `/stats leaderboard`. */
export class LeaderboardHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    const page = id?.plugin === 'stats' && id.handler === 'leaderboard' ? pageOf(id.state) : undefined;
    return page ? this.some(page) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, page: LeaderboardPage): Promise<void> {
    const { member, message } = interaction;
    // It says which place whoever asked has; Discord itself keeps who that was.
    const asker = message.interactionMetadata?.user.id;
    if (asker !== undefined && asker !== member.id) throw new UserError(notYourPages());
    await interaction.deferUpdate();
    const { stats } = this.container;
    // A button could be forged; what everybody reads holds what everybody may see.
    const isPublic = page.isPublic || !message.flags.has('Ephemeral');
    const shown = { ...page, isPublic };
    const t = await translator(interaction, isPublic ? { audience: 'guild' } : {});
    const read = await readLeaderboard(shown, { stats, member, t });
    await interaction.editReply(leaderboardReply(shown, read, { who: member.displayName, t }));
  }
}
