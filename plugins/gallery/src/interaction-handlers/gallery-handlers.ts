import { GalleryListHandler } from './gallery-list.ts';
import { GalleryRandomHandler } from './gallery-random.ts';
import { GallerySearchHandler } from './gallery-search.ts';

/** The buttons under what people look at. */
export const galleryHandlers = {
  list: GalleryListHandler,
  random: GalleryRandomHandler,
  search: GallerySearchHandler,
};
