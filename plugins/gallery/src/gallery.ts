import type { GalleryContext } from './context.ts';
import { Destinations } from './destinations/destinations.ts';
import { Files } from './files/files.ts';
import { ItemChanges } from './items/item-changes.ts';
import { Imports } from './imports/imports.ts';
import { Reviews } from './imports/review/reviews.ts';
import { Items } from './items/items.ts';
import { Reposts } from './reposts/reposts.ts';
import { ItemSearch } from './search/item-search.ts';
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
  /** The channels that items are posted to. */
  readonly destinations: Destinations;
  /** Old posts of channels on their way into the gallery. */
  readonly imports: Imports;
  /** What imports found and nobody could read for sure. */
  readonly reviews: Reviews;

  /** Messages of members that staff put in. */
  readonly reposts: Reposts;

  constructor(context: GalleryContext) {
    this.items = new Items(context);
    this.changes = new ItemChanges(context);
    this.search = new ItemSearch(context);
    this.statistics = new GalleryStatistics(context);
    this.files = new Files(context);
    this.destinations = new Destinations(context);
    const { items, changes, destinations } = this;
    this.reposts = new Reposts(context, { items, changes, destinations });
    this.imports = new Imports(context, this.items);
    this.reviews = new Reviews(context, this.items);
  }
}
