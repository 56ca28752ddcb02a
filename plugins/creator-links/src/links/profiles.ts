import type { CreatorLinksContext } from '../context.ts';
import { CheckRepository } from '../database/check-repository.ts';
import { type CreatorKey, LinkRepository, type LinkRow } from '../database/link-repository.ts';
import type { Presence } from '../members/presence.ts';
import { titleKey } from './title.ts';

/** The links of a person, by what may be shown of them. */
export interface Profile {
  /** In the order in which they are shown. */
  readonly shown: readonly LinkRow[];
  /** How many are left out because the channel is not age-restricted. */
  readonly withheld: number;
  /** How many the staff hid. */
  readonly hidden: number;
  /** Which of the shown ones lead nowhere, by id. */
  readonly dead: ReadonlySet<string>;
  /** Whether they left the guild; nothing is shown then. */
  readonly hasLeft: boolean;
}

/** Whose links, and which of them a suggestion may name. */
export interface SuggestedTitles extends CreatorKey {
  readonly nsfw: boolean;
  readonly typed: string;
  readonly isRemoved: boolean;
}

const GONE: Profile = { shown: [], withheld: 0, hidden: 0, dead: new Set(), hasLeft: true };

/** Shows the links of one person at a time. */
export class Profiles {
  readonly #links: LinkRepository;
  readonly #checks: CheckRepository;
  readonly #presence: Presence;
  readonly #settings: CreatorLinksContext['settings'];

  constructor(context: CreatorLinksContext, presence: Presence) {
    this.#links = new LinkRepository(context.db);
    this.#checks = new CheckRepository(context.db);
    this.#presence = presence;
    this.#settings = context.settings;
  }

  async of({ nsfw, ...creator }: CreatorKey & { readonly nsfw: boolean }): Promise<Profile> {
    const all = await this.#links.listOf(creator);
    if (all.length > 0 && !(await this.#presence.isHere(creator))) return GONE;
    const open = all.filter(({ hiddenAt }) => hiddenAt === null);
    const shown = open.filter(({ isNsfw }) => nsfw || !isNsfw);
    return {
      shown,
      withheld: open.length - shown.length,
      hidden: all.length - open.length,
      dead: await this.#deadOf(creator),
      hasLeft: false,
    };
  }

  /** @throws {UserError} `creator-links.no-such-link` */
  get(creator: CreatorKey, title: string): Promise<LinkRow> {
    return this.#links.getByTitle(creator, title);
  }

  /** The link that was removed last under a title. @throws {UserError} `creator-links.no-such-removed-link` */
  getRemoved(creator: CreatorKey, title: string): Promise<LinkRow> {
    return this.#links.getRemovedByTitle(creator, title);
  }

  /** The titles of a person that begin with what somebody typed so far, or else have it somewhere. */
  async suggestTitles(
    { nsfw, typed, isRemoved, ...creator }: SuggestedTitles,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = isRemoved
      ? await this.#links.listRemovedOf(creator, MOST_REMOVED)
      : await this.#links.listOf(creator);
    const wanted = titleKey(typed);
    const fitting = rows.filter((row) => (nsfw || !row.isNsfw) && row.titleKey.includes(wanted));
    const first = fitting.toSorted(
      (one, other) => Number(other.titleKey.startsWith(wanted)) - Number(one.titleKey.startsWith(wanted)),
    );
    return [...new Map(first.map((row) => [row.titleKey, row.title])).values()].slice(0, limit);
  }

  /** None where the server does not look for them: nobody would notice that a link works again. */
  async #deadOf(creator: CreatorKey): Promise<ReadonlySet<string>> {
    const { checkLinks } = await this.#settings.get(creator.guildId);
    return checkLinks ? this.#checks.deadOf(creator) : new Set();
  }
}

/** Enough to find one in; older ones are found by their whole title. */
const MOST_REMOVED = 100;
