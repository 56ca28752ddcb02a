import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { showFeedHealth } from '../commands/show-feeds.ts';
import { parseFeedHealthButton } from '../replies/feed-health-reply.ts';

/** Turns the pages of `/feed health`. */
export class FeedHealthHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'integrations.feeds' });
  }

  override parse(interaction: ButtonInteraction) {
    const cursor = parseFeedHealthButton(interaction.customId);
    return cursor === undefined ? this.none() : this.some(cursor);
  }

  override async run(interaction: ButtonInteraction<'cached'>, cursor: string): Promise<void> {
    await showFeedHealth(interaction, this.container.integrations, cursor);
  }
}
