import type { Page } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { CreatorLinksContext } from '../context.ts';
import {
  type DirectoryFilter,
  DirectoryRepository,
  type PlatformCount,
} from '../database/directory-repository.ts';
import type { LinkRow } from '../database/link-repository.ts';
import { plainRefusal } from '../errors.ts';
import type { Presence } from '../members/presence.ts';
import { platformName } from '../platforms/platforms.ts';

/** What somebody looks for. */
export interface Lookup extends Pick<DirectoryFilter, 'guildId' | 'nsfw' | 'platform'> {
  /** As they typed it. */
  readonly query?: string | undefined;
}

/** So often a page is read again because somebody on it had left; then it is shown shorter. */
const MOST_READS = 3;

/** The links of a whole guild, to browse and to search. */
export class Directory {
  readonly #links: DirectoryRepository;
  readonly #presence: Presence;

  constructor(context: CreatorLinksContext, presence: Presence) {
    this.#links = new DirectoryRepository(context.db);
    this.#presence = presence;
  }

  /**
   * A page of links, the newest first.
   *
   * @throws {UserError} `creator-links.empty-query`
   * @throws {CursorError} when the cursor belongs to another list.
   */
  async page({ query, ...filter }: Lookup, cursor?: string): Promise<Page<LinkRow>> {
    const words = query === undefined ? undefined : wordsOf(query);
    for (let reads = 1; ; reads += 1) {
      const page = await this.#links.page({ ...filter, words }, cursor);
      const owners = [...new Set(page.rows.map(({ userId }) => userId))];
      const isStale = await this.#presence.refresh(filter.guildId, owners);
      if (!isStale) return page;
      if (reads === MOST_READS) return { ...page, rows: await this.#here(page.rows) };
    }
  }

  /** The platforms to which links lead, those with the most links first. */
  platforms(filter: Pick<DirectoryFilter, 'guildId' | 'nsfw'>, limit: number): Promise<PlatformCount[]> {
    return this.#links.platforms(filter, limit);
  }

  /** The platforms of the guild whose name has what somebody typed so far. */
  async suggestPlatforms(
    filter: Pick<DirectoryFilter, 'guildId' | 'nsfw'>,
    typed: string,
  ): Promise<readonly PlatformCount[]> {
    const all = await this.#links.platforms(filter, MOST_PLATFORMS);
    const wanted = typed.trim().toLowerCase();
    return all.filter(({ platform }) => platformName(platform).toLowerCase().includes(wanted));
  }

  async #here(rows: readonly LinkRow[]): Promise<LinkRow[]> {
    const here = await Promise.all(rows.map((row) => this.#presence.isHere(row)));
    return rows.filter((_, index) => here[index]);
  }
}

/** More than there are. */
const MOST_PLATFORMS = 100;

function wordsOf(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) throw new UserError(plainRefusal('empty-query'));
  return words;
}
