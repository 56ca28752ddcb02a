import type { GalleryReference } from '../../gallery/gallery-button.ts';
import type { FeedItem } from '../feed-item.ts';
import type { FeedSourceId } from '../sources/feed-source.ts';

/** What a button adds to the gallery for an item: art of DeviantArt and works of AO3 can be looked up again. */
export function galleryReference({ id, work }: FeedItem, source: FeedSourceId): GalleryReference | undefined {
  if (source === 'deviantart') return { kind: 'deviation', id };
  return work && { kind: 'work', id: work.id };
}
