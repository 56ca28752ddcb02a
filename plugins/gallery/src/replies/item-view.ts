import { clip, type Translator, escaped } from '@twi/sdk';
import {
  ContainerBuilder,
  heading,
  HeadingLevel,
  hyperlink,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import type { FreshFile } from '../files/files.ts';
import type { ShownItem } from '../items/shown-item.ts';
import { creditLine, itemTitle, originLine, postLink, sourceLink } from './item-text.ts';
import { buttonRow, COLOUR, isVisual, type Layout, layout, linkRow, mediaOf, MOST_MEDIA } from './layout.ts';

/** Discord's limit for all texts of a message (Components Reference), with room for what stands around a description. */
const LONGEST_DESCRIPTION = 2_000;
const LONGEST_NAME = 60;

interface ItemViewOptions {
  readonly t: Translator;
  readonly showAdder: boolean;
  /** Draws another item; absent: there is no such button. */
  readonly anotherId?: string | undefined;
}

/** One item in full, with all its files. */
export function itemView(shown: ShownItem, { t, showAdder, anotherId }: ItemViewOptions): Layout {
  const { item, files } = shown;
  const container = new ContainerBuilder().setAccentColor(COLOUR);
  container.addTextDisplayComponents(text([heading(itemTitle(item), HeadingLevel.Three), ...bodyOf(shown)]));
  const media = mediaOfItem(shown);
  if (media.length > 0)
    container.addMediaGalleryComponents(new MediaGalleryBuilder().addItems(media.slice(0, MOST_MEDIA)));
  const closing = [...problemLines(files, t), ...creditLine(item, t), originLine(item, t, showAdder)];
  container.addTextDisplayComponents(text(closing));
  const links = linkRow([
    { label: t('gallery:item.open'), url: item.url },
    { label: t('gallery:item.post'), url: postLink(item) },
    { label: t('gallery:item.original'), url: sourceLink(item) },
  ]);
  if (links.length > 0) container.addActionRowComponents(links);
  if (anotherId)
    container.addActionRowComponents(buttonRow([{ label: t('gallery:item.another'), id: anotherId }]));
  return layout([container]);
}

/** What is there to be seen of an item: its files, or the picture that it links to. */
export function mediaOfItem({ files, pictureUrl }: ShownItem): MediaGalleryItemBuilder[] {
  if (files.length > 0) return files.flatMap(mediaOf);
  return pictureUrl ? [new MediaGalleryItemBuilder().setURL(pictureUrl)] : [];
}

function bodyOf({ item: { description }, files }: ShownItem): string[] {
  const heard = files.flatMap((fresh) =>
    fresh.state === 'here' && !isVisual(fresh.file.contentType)
      ? [hyperlink(escaped(clip(fresh.file.name, LONGEST_NAME)), fresh.url)]
      : [],
  );
  return [...(description ? [clip(description, LONGEST_DESCRIPTION)] : []), ...heard.slice(0, 1)];
}

/** What of the files cannot be shown, and why. */
function problemLines(files: readonly FreshFile[], t: Translator): string[] {
  const countOf = (state: FreshFile['state']) => files.filter((fresh) => fresh.state === state).length;
  const [gone, unreachable] = [countOf('gone'), countOf('unreachable')];
  return [
    ...(gone > 0 ? [t('gallery:item.gone', { count: gone })] : []),
    ...(unreachable > 0 ? [t('gallery:item.unreachable', { count: unreachable })] : []),
  ];
}

function text(lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}
