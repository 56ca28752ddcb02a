import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { isAgeRestricted, parseCustomId, UserError } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import type { EntryKey } from '../database/import-entry-repository.ts';
import { reviewForm } from '../replies/review-form.ts';
import { isReviewVerb, reviewReply, type ReviewVerb } from '../replies/review-reply.ts';

interface Press {
  readonly verb: ReviewVerb;
  readonly id: string;
}

/** The buttons under a post that waits for review. */
export class ReviewHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'gallery.admin' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'gallery' || parsed.handler !== 'review') return this.none();
    const [, verb = '', id] = /^([a-z]+):(\d{1,18})$/.exec(parsed.state) ?? [];
    return id !== undefined && isReviewVerb(verb) ? this.some<Press>({ verb, id }) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, { verb, id }: Press): Promise<void> {
    const { reviews } = this.container.gallery;
    const { member, guildId, channel } = interaction;
    const key = { guildId, id };
    if (verb === 'edit') {
      await interaction.showModal(reviewForm(await reviews.get(key, member)));
      return;
    }
    await interaction.deferUpdate();
    const notice = await this.#decide(verb, key, interaction);
    const waiting = await reviews.next(member, id);
    await interaction.editReply(reviewReply(waiting, { isAdult: isAgeRestricted(channel), notice }));
  }

  /** @returns what to say about it */
  async #decide(
    verb: Exclude<ReviewVerb, 'edit'>,
    key: EntryKey,
    { member }: ButtonInteraction<'cached'>,
  ): Promise<string | undefined> {
    const { reviews } = this.container.gallery;
    try {
      if (verb === 'accept') return `✅ Added as item #${(await reviews.accept(key, member)).number}.`;
      if (verb === 'later') return undefined;
      await reviews.skip(key, member);
      return '⏭️ Skipped.';
    } catch (error) {
      // Of two reviewers, the slower one just gets the next post.
      if (error instanceof UserError && error.identifier === 'gallery.already-decided') return error.message;
      throw error;
    }
  }
}
