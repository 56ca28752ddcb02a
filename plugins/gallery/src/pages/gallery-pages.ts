import { type PlainReply, reply, UserError, escaped } from '@twi/sdk';
import type { Item, ItemKey } from '../database/item-repository.ts';
import { itemNotFound, shownElsewhere } from '../errors.ts';
import type { Files } from '../files/files.ts';
import type { Items } from '../items/items.ts';
import type { ItemSearch } from '../search/item-search.ts';
import type { GalleryContext } from '../context.ts';
import { type ShownItem, withFiles } from '../items/shown-item.ts';
import { tagText } from '../replies/tag-text.ts';
import { itemListView } from '../replies/item-list-view.ts';
import { itemView } from '../replies/item-view.ts';
import type { Layout } from '../replies/layout.ts';
import {
  anotherItem,
  listPage,
  type ListState,
  searchPage,
  type SearchState,
} from '../replies/page-state.ts';
import { showcaseView } from '../replies/showcase-view.ts';
import { mayBeShown } from '../search/viewer.ts';
import type { Asked } from './asked.ts';

/** With pictures beside them, more would fill more than a screen. */
const PAGE_SIZE = 5;

interface Parts {
  readonly items: Items;
  readonly files: Files;
  readonly search: ItemSearch;
}

/** What people see of a gallery: each page holds what may be shown to them, there where they asked. */
export class GalleryPages {
  readonly #context: GalleryContext;
  readonly #gallery: Parts;

  constructor(context: GalleryContext, gallery: Parts) {
    this.#context = context;
    this.#gallery = gallery;
  }

  /** One item in full. @throws {UserError} `gallery.item-not-found`, `gallery.shown-elsewhere` */
  async item(key: ItemKey, { viewer, t }: Asked): Promise<Layout> {
    const item = await this.#gallery.items.get(key);
    const shown = mayBeShown(item, viewer);
    if (shown === 'never') throw new UserError(itemNotFound(key.number));
    if (shown === 'elsewhere') throw new UserError(shownElsewhere(key.number));
    return this.#inFull(item, t);
  }

  /** Any item, with a button for another one. */
  async random(tag: string | undefined, { viewer, t }: Asked): Promise<Layout | PlainReply> {
    const item = await this.#gallery.search.random({ ...viewer, tag });
    if (!item) return reply.info(tag ? t('gallery:empty.list') : t('gallery:empty.gallery'));
    return this.#inFull(item, t, anotherItem(tag));
  }

  async list({ cursor, ...state }: ListState, { viewer, t }: Asked): Promise<Layout | PlainReply> {
    const page = await this.#gallery.search.list({ ...viewer, ...state }, PAGE_SIZE, cursor);
    const { tag, creator } = state;
    if (page.rows.length === 0)
      return reply.info(tag || creator ? t('gallery:empty.list') : t('gallery:empty.gallery'));
    const title = [
      t('gallery:pages.gallery'),
      ...(tag ? [tagText(tag)] : []),
      ...(creator ? [creatorText(creator)] : []),
    ];
    return itemListView(await this.#small(page.rows), page, {
      title: title.join(' · '),
      t,
      pageId: (at) => listPage({ ...state, cursor: at }),
    });
  }

  async search({ query, cursor }: SearchState, { viewer, t }: Asked): Promise<Layout | PlainReply> {
    const page = await this.#gallery.search.search(viewer, query, PAGE_SIZE, cursor);
    if (page.rows.length === 0) return reply.info(t('gallery:empty.search', { query: escaped(query) }));
    return itemListView(await this.#small(page.rows), page, {
      title: t('gallery:pages.found', { query: escaped(query) }),
      t,
      pageId: (at) => searchPage({ query, cursor: at }),
    });
  }

  /** The newest items together. */
  async showcase(count: number, { viewer, t }: Asked): Promise<Layout | PlainReply> {
    const { rows } = await this.#gallery.search.list(viewer, count);
    if (rows.length === 0) return reply.info(t('gallery:empty.gallery'));
    return showcaseView(await this.#small(rows), t('gallery:pages.showcase'));
  }

  async #inFull(item: Item, t: Asked['t'], anotherId?: string): Promise<Layout> {
    const { showAdder } = await this.#context.settings.get(item.guildId);
    const [shown = { item, files: [] }] = await withFiles([item], this.#gallery.files);
    return itemView(shown, { t, showAdder, anotherId });
  }

  /** Items in lists show their first file. */
  #small(items: readonly Item[]): Promise<ShownItem[]> {
    return withFiles(items, this.#gallery.files, 1);
  }
}

function creatorText(creator: string): string {
  return /^@\d+$/.test(creator) ? `<${creator}>` : escaped(creator);
}
