import { LinkChecks } from './checks/link-checks.ts';
import type { CreatorLinksContext } from './context.ts';
import type { CreatorKey, LinkRow } from './database/link-repository.ts';
import { Directory } from './directory/directory.ts';
import { Library } from './library/library.ts';
import type { CreatorLink } from './links/creator-link.ts';
import { Links } from './links/links.ts';
import { Profiles } from './links/profiles.ts';
import { Presence } from './members/presence.ts';
import { platformName } from './platforms/platforms.ts';

/** Whose links are wanted, and where they are going to be shown. */
export interface LinksOf extends CreatorKey {
  /** Whether they are shown in an age-restricted channel; elsewhere, links that need one are left out. */
  readonly nsfw: boolean;
}

/** Where the creators of a guild are found elsewhere, and its library of links. */
export class CreatorLinks {
  /** Changes to the links of people. */
  readonly links: Links;
  /** The links of one person, to be shown. */
  readonly profiles: Profiles;
  /** The links of everybody. */
  readonly directory: Directory;
  /** Links and texts that the guild keeps under a title. */
  readonly library: Library;
  /** Which links lead nowhere. */
  readonly checks: LinkChecks;
  /** Who is in the guild. */
  readonly presence: Presence;

  constructor(context: CreatorLinksContext) {
    this.presence = new Presence(context);
    this.links = new Links(context);
    this.profiles = new Profiles(context, this.presence);
    this.directory = new Directory(context, this.presence);
    this.library = new Library(context);
    this.checks = new LinkChecks(context);
  }

  /**
   * What may be shown of a person's links, in the order in which it is shown: nothing that the staff hid, nothing of
   * somebody who left.
   */
  async linksOf(wanted: LinksOf): Promise<readonly CreatorLink[]> {
    const { shown } = await this.profiles.of(wanted);
    return shown.map(creatorLinkOf);
  }
}

function creatorLinkOf(row: LinkRow): CreatorLink {
  const { title, url, platform, username, isNsfw, isFeatured, verifiedAt } = row;
  return {
    title,
    url,
    platform: platformName(platform),
    username: username ?? undefined,
    nsfw: isNsfw,
    featured: isFeatured,
    verified: verifiedAt !== null,
  };
}
