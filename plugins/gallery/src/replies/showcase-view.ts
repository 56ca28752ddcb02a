import { escaped } from '@twi/sdk';
import { ContainerBuilder, heading, HeadingLevel, MediaGalleryBuilder, TextDisplayBuilder } from 'discord.js';
import type { ShownItem } from '../items/shown-item.ts';
import { itemTitle } from './item-text.ts';
import { mediaOfItem } from './item-view.ts';
import { COLOUR, type Layout, layout, MOST_MEDIA } from './layout.ts';

/** As many as one media gallery holds. */
export const MOST_SHOWN = MOST_MEDIA;

/** The newest items together: their pictures side by side, and what they are below. */
export function showcaseView(shown: readonly ShownItem[], title: string): Layout {
  const container = new ContainerBuilder()
    .setAccentColor(COLOUR)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(heading(title, HeadingLevel.Two)));
  const media = shown.flatMap((item) => mediaOfItem(item).slice(0, 1));
  if (media.length > 0) container.addMediaGalleryComponents(new MediaGalleryBuilder().addItems(media));
  const lines = shown.map(
    ({ item }) => `${itemTitle(item)}${item.creator ? ` · ${escaped(item.creator)}` : ''}`,
  );
  container.addTextDisplayComponents(new TextDisplayBuilder().setContent(lines.join('\n')));
  return layout([container]);
}
