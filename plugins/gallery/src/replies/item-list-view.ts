import type { Page } from '@twi/database';
import type { Translator } from '@twi/sdk';
import {
  ContainerBuilder,
  heading,
  HeadingLevel,
  SectionBuilder,
  SeparatorBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js';
import type { Item } from '../database/item-repository.ts';
import type { ShownItem } from '../items/shown-item.ts';
import { itemSummary } from './item-text.ts';
import { mediaOfItem } from './item-view.ts';
import { buttonRow, COLOUR, type Layout, layout } from './layout.ts';

interface ListViewOptions {
  readonly title: string;
  readonly t: Translator;
  /** The custom id of a button that shows the page of a cursor. */
  readonly pageId: (cursor: string) => string;
}

/** A page of items, each with its picture. */
export function itemListView(
  shown: readonly ShownItem[],
  { previous, next }: Pick<Page<Item>, 'next' | 'previous'>,
  { title, t, pageId }: ListViewOptions,
): Layout {
  const container = new ContainerBuilder()
    .setAccentColor(COLOUR)
    .addTextDisplayComponents(text(heading(title, HeadingLevel.Three)));
  for (const item of shown) {
    container.addSeparatorComponents(new SeparatorBuilder());
    addItem(container, item, t);
  }
  if (previous || next)
    container.addActionRowComponents(
      buttonRow([
        {
          label: t('gallery:pages.previous'),
          id: previous && pageId(previous),
          placeholder: 'no-previous-page',
        },
        { label: t('gallery:pages.next'), id: next && pageId(next), placeholder: 'no-next-page' },
      ]),
    );
  return layout([container]);
}

function addItem(container: ContainerBuilder, shown: ShownItem, t: Translator): void {
  const summary = text(itemSummary(shown.item, t));
  const [media] = mediaOfItem(shown).map(({ data }) => data);
  if (!media?.media?.url) {
    container.addTextDisplayComponents(summary);
    return;
  }
  const thumbnail = new ThumbnailBuilder().setURL(media.media.url).setSpoiler(media.spoiler ?? false);
  if (media.description) thumbnail.setDescription(media.description);
  container.addSectionComponents(
    new SectionBuilder().addTextDisplayComponents(summary).setThumbnailAccessory(thumbnail),
  );
}

function text(content: string): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(content);
}
