import type { CreatorLinksContext } from './context.ts';
import { type CreatorKey, LinkRepository, type LinkRow } from './database/link-repository.ts';
import type { CreatorLink } from './links/creator-link.ts';

/** Whose links are wanted, and where they are going to be shown. */
export interface LinksOf extends CreatorKey {
  /** Whether they are shown in an age-restricted channel; elsewhere, links that need one are left out. */
  readonly nsfw: boolean;
}

/** Where the creators of a guild are found elsewhere, and its library of links. */
export class CreatorLinks {
  readonly #links: LinkRepository;

  constructor(context: CreatorLinksContext) {
    this.#links = new LinkRepository(context.db);
  }

  /**
   * What may be shown of a person's links, in the order in which it is shown: nothing that the staff hid, nothing of
   * somebody who left.
   */
  async linksOf({ nsfw, ...creator }: LinksOf): Promise<readonly CreatorLink[]> {
    const rows = await this.#links.listOf(creator);
    return rows.filter(({ isNsfw, hiddenAt }) => (nsfw || !isNsfw) && hiddenAt === null).map(creatorLinkOf);
  }
}

function creatorLinkOf(row: LinkRow): CreatorLink {
  const { title, url, platform, username, isNsfw, isFeatured, verifiedAt } = row;
  return {
    title,
    url,
    platform,
    username: username ?? undefined,
    nsfw: isNsfw,
    featured: isFeatured,
    verified: verifiedAt !== null,
  };
}
