import type { Snowflake } from 'discord.js';
import type { GalleryContext } from './context.ts';
import { Destinations } from './destinations/destinations.ts';
import { Addresses } from './files/addresses.ts';
import { Files } from './files/files.ts';
import { ItemChanges } from './items/item-changes.ts';
import { Imports } from './imports/imports.ts';
import { Reviews } from './imports/review/reviews.ts';
import { Items } from './items/items.ts';
import { Uploads } from './items/uploads.ts';
import { GalleryPages } from './pages/gallery-pages.ts';
import { Reposts } from './reposts/reposts.ts';
import { ItemSearch } from './search/item-search.ts';
import type { GallerySettings } from './settings.ts';
import { Insistence } from './starboard/insistence.ts';
import { Reconciler } from './starboard/reconciler.ts';
import { Starboard } from './starboard/starboard.ts';
import { GalleryStatistics } from './statistics/gallery-statistics.ts';

/** The best of the community, collected, found again and shown. Commands, menus, imports and jobs all end here. */
export class Gallery {
  /** What the gallery holds. */
  readonly items: Items;
  /** Changes to what it holds. */
  readonly changes: ItemChanges;
  /** Lists, searches and draws. */
  readonly search: ItemSearch;
  /** What it holds, in numbers. */
  readonly statistics: GalleryStatistics;
  /** Where the bytes of items are. */
  readonly files: Files;
  /** Files that people give with a command. */
  readonly uploads: Uploads;
  /** What is found at addresses that people give. */
  readonly addresses: Addresses;
  /** What people see of it. */
  readonly pages: GalleryPages;
  /** The channels that items are posted to. */
  readonly destinations: Destinations;
  /** Old posts of channels on their way into the gallery. */
  readonly imports: Imports;
  /** What imports found and nobody could read for sure. */
  readonly reviews: Reviews;
  /** What members starred. */
  readonly starboard: Starboard;
  /** Finds stars that came and went unnoticed. */
  readonly reconciler: Reconciler;
  /** Waits for the database with what Discord tells once. */
  readonly insistence: Insistence;
  /** Messages of members that staff put in. */
  readonly reposts: Reposts;

  readonly #context: GalleryContext;

  constructor(context: GalleryContext) {
    this.#context = context;
    this.items = new Items(context);
    this.changes = new ItemChanges(context);
    this.search = new ItemSearch(context);
    this.statistics = new GalleryStatistics(context);
    this.files = new Files(context);
    this.destinations = new Destinations(context);
    this.uploads = new Uploads(context, this.items);
    this.addresses = new Addresses(context);
    const { items, changes, destinations, files, search } = this;
    this.pages = new GalleryPages(context, { items, files, search });
    this.reposts = new Reposts(context, { items, changes, destinations });
    this.imports = new Imports(context, this.items);
    this.reviews = new Reviews(context, this.items);
    this.insistence = new Insistence(context);
    this.starboard = new Starboard(context, this.insistence);
    this.reconciler = new Reconciler(context, this.starboard);
  }

  /** What the staff of a server chose. */
  settingsOf(guildId: Snowflake): Promise<GallerySettings> {
    return this.#context.settings.get(guildId);
  }
}
