import { isGone } from '@twi/sdk';
import { type Client, type Message, messageLink, type NewsChannel, type TextChannel } from 'discord.js';
import type { StarredMessage, StarredMessageRepository } from '../database/starred-message-repository.ts';
import { type BoardPost, digestOf } from './board-post.ts';
import { findBoard } from './board-for.ts';

type Board = NewsChannel | TextChannel;

/** A post on the board that a crash may have left unrecorded is among so many. */
const LOOK_BACK = 100;

/** Brings the board to show a claimed message, or not to. Each step is noted before Discord is asked, so that a crash leaves no second post. */
export class BoardWriter {
  readonly #client: Client;
  readonly #rows: StarredMessageRepository;

  constructor(client: Client, rows: StarredMessageRepository) {
    this.#client = client;
    this.#rows = rows;
  }

  /** Posts a message on the board, or changes the post. */
  async show(row: StarredMessage, board: Board, post: BoardPost): Promise<void> {
    if (row.state === 'taken-down') return;
    if (row.state === 'shown') {
      await this.#edit(row, post);
      return;
    }
    const clean = row.state === 'removing' ? await this.#takeAway(row) : row;
    const lost = clean.state === 'posting' ? await this.#findLost(clean) : undefined;
    const sent = lost ?? (await this.#post(clean, board, post));
    await this.#rows.set(row, {
      state: 'shown',
      boardChannelId: sent.channelId,
      boardMessageId: sent.id,
      // What a crash left behind may show something older.
      shownDigest: lost ? null : digestOf(post),
    });
    if (lost) await lost.edit(editOf(post));
  }

  /** Takes a message off the board. */
  async hide(row: StarredMessage): Promise<void> {
    if (row.state === 'shown' || row.state === 'removing') await this.#takeAway(row);
    if (row.state !== 'posting') return;
    await (await this.#findLost(row))?.delete();
    await this.#rows.set(row, { state: 'none' });
  }

  async #post(row: StarredMessage, board: Board, post: BoardPost): Promise<Message> {
    const isRetry = row.state === 'posting' && row.boardChannelId === board.id;
    const { postings } = isRetry
      ? row
      : await this.#rows.set(row, {
          state: 'posting',
          boardChannelId: board.id,
          postings: row.postings + 1,
        });
    // Discord itself refuses a second message with the same nonce for some minutes.
    return board.send({ ...editOf(post), nonce: `${row.messageId}-${postings}`, enforceNonce: true });
  }

  async #edit(row: StarredMessage, post: BoardPost): Promise<void> {
    const shownDigest = digestOf(post);
    const board = this.#boardOf(row);
    if (shownDigest === row.shownDigest || !board || row.boardMessageId === null) return;
    try {
      await board.messages.edit(row.boardMessageId, editOf(post));
      await this.#rows.set(row, { shownDigest });
    } catch (error) {
      if (!isGone(error)) throw error;
      // Somebody deleted it while nobody listened.
      await this.#rows.takeDown([row.boardMessageId]);
    }
  }

  async #takeAway(row: StarredMessage): Promise<StarredMessage> {
    await this.#rows.set(row, { state: 'removing' });
    const { boardMessageId } = row;
    const board = this.#boardOf(row);
    try {
      if (board && boardMessageId !== null) await board.messages.delete(boardMessageId);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    return this.#rows.set(row, { state: 'none', boardMessageId: null, shownDigest: null });
  }

  /** The post of a message that was sent and not recorded. */
  async #findLost(row: StarredMessage): Promise<Message | undefined> {
    const link = messageLink(row.channelId, row.messageId, row.guildId);
    const latest = await this.#boardOf(row)?.messages.fetch({ limit: LOOK_BACK, cache: false });
    return latest?.find(
      ({ author, embeds }) => author.id === this.#client.user?.id && embeds.some(({ url }) => url === link),
    );
  }

  #boardOf({ guildId, boardChannelId }: StarredMessage): Board | undefined {
    const guild = this.#client.guilds.cache.get(guildId);
    return guild && findBoard(guild, boardChannelId);
  }
}

/** What discord.js takes; it does not promise to leave lists alone. */
function editOf({ content, embeds, components, allowedMentions }: BoardPost) {
  return {
    content,
    embeds: [...embeds],
    components: [...components],
    allowedMentions: { parse: [...allowedMentions.parse] },
  };
}
