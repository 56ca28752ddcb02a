import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { showProfile } from '../commands/show-profile.ts';
import { parseProfileButton, type ProfilePage } from '../replies/profile-reply.ts';

/** Turns the pages of somebody's links. Everybody who sees them may: what they show depends on the channel alone. */
export class ProfileHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const page = parseProfileButton(interaction.customId);
    return page ? this.some(page) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, page: ProfilePage): Promise<void> {
    await interaction.deferUpdate();
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
    const audience = isPrivate ? 'person' : 'guild';
    await showProfile(interaction, this.container['creator-links'], { ...page, audience });
  }
}
