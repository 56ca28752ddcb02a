import {
  ActionRowBuilder,
  ButtonBuilder,
  ComponentType,
  EmbedBuilder,
  type Message,
  type Snowflake,
} from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import type { Item } from '../../database/item-repository.ts';
import { RepostDraftRepository } from '../../database/repost-draft-repository.ts';
import { RepostedItemRepository } from '../../database/reposted-item-repository.ts';

const GONE_VALUE = 'The original message was deleted.';

/** Keeps reposts true when messages are deleted: the original of one, or the post itself. */
export class DeletedMessages {
  readonly #context: GalleryContext;

  constructor(context: GalleryContext) {
    this.#context = context;
  }

  /** Takes note that messages of a guild were deleted. */
  async note(guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<void> {
    const items = new RepostedItemRepository(this.#context.db);
    await items.losePosts(guildId, messageIds);
    const { originalDeleted } = await this.#context.settings.get(guildId);
    if (originalDeleted === 'keep') return;
    const numbers = await new RepostDraftRepository(this.#context.db).itemsFrom(guildId, messageIds);
    for (const item of await items.listPosted(guildId, { messageIds, numbers })) await this.#mark(item);
  }

  async #mark({ postedChannelId, postedMessageId, number }: Item): Promise<void> {
    if (!postedChannelId || !postedMessageId) return;
    try {
      const channel = await this.#context.client.channels.fetch(postedChannelId);
      if (!channel?.isTextBased() || channel.isDMBased()) return;
      const post = await channel.messages.fetch(postedMessageId);
      await post.edit({ embeds: markedEmbeds(post), components: rowsWithoutOriginal(post) });
    } catch (error) {
      this.#context.logger.warn(`Item #${number} could not be marked: its original is gone.`, error);
    }
  }
}

function markedEmbeds({ embeds }: Message): EmbedBuilder[] {
  return embeds.map((embed) => {
    const fields = embed.fields.map((field) =>
      field.name === 'Original' ? { ...field, value: GONE_VALUE } : field,
    );
    return EmbedBuilder.from(embed).setFields(fields);
  });
}

function rowsWithoutOriginal({ components }: Message): ActionRowBuilder<ButtonBuilder>[] {
  return components.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    const buttons = row.components.flatMap((button) =>
      button.type === ComponentType.Button && button.label !== 'Original message'
        ? [ButtonBuilder.from(button)]
        : [],
    );
    return buttons.length > 0 ? [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)] : [];
  });
}
