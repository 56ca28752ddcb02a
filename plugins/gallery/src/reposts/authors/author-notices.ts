import { type PlainReply, translator } from '@twi/sdk';
import { CannotSendMessagesToThisUserErrorCodes, DiscordAPIError, type Guild } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import { RepostDraftRepository } from '../../database/repost-draft-repository.ts';
import type { Reposted } from '../posting/reposter.ts';
import { authorNotice } from './author-notice.ts';
import type { NoticeState } from './notice-state.ts';

/** Tells people that their work was reposted. */
export class AuthorNotices {
  readonly #context: GalleryContext;
  readonly #drafts: RepostDraftRepository;

  constructor(context: GalleryContext) {
    this.#context = context;
    this.#drafts = new RepostDraftRepository(context.db);
  }

  /** Tells the author, once, whoever asks how often. @returns what became of it; `undefined` when another is at it */
  async tell(reposted: Reposted): Promise<NoticeState | undefined> {
    const { draft } = reposted;
    if (!(await this.#drafts.takeNotice(draft))) return undefined;
    const state = await this.#attempt(reposted);
    await this.#drafts.setNotice(draft, state);
    return state;
  }

  async #attempt(reposted: Reposted): Promise<NoticeState> {
    const { draft } = reposted;
    const { sourceAuthorId, moderatorId } = draft;
    const { tellAuthors } = await this.#context.settings.get(draft.guildId);
    const guild = this.#context.client.guilds.cache.get(draft.guildId);
    if (!tellAuthors || !guild || sourceAuthorId === null || sourceAuthorId === moderatorId) return 'off';
    // Discord does not tell a bot the language of somebody who has not asked for anything.
    const notice = authorNotice(reposted, guild, await translator(guild));
    return this.#send(guild, sourceAuthorId, notice);
  }

  async #send(guild: Guild, userId: string, notice: PlainReply): Promise<NoticeState> {
    try {
      await guild.client.users.send(userId, notice);
      return 'sent';
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      if (CannotSendMessagesToThisUserErrorCodes.some((code) => code === error.code)) return 'closed';
      this.#context.logger.warn(`Could not tell user ${userId} that their work was reposted.`, error);
      return 'failed';
    }
  }
}
