import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { showFeeds } from '../commands/show-feeds.ts';
import { parseFeedListButton } from '../replies/feed-list-reply.ts';

/** Turns the pages of `/feed list`. */
export class FeedListHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'integrations.feeds' });
  }

  override parse(interaction: ButtonInteraction) {
    const cursor = parseFeedListButton(interaction.customId);
    return cursor === undefined ? this.none() : this.some(cursor);
  }

  override async run(interaction: ButtonInteraction<'cached'>, cursor: string): Promise<void> {
    await showFeeds(interaction, this.container.integrations, cursor);
  }
}
