import {
  ActionRowBuilder,
  type BaseMessageOptions,
  type ButtonBuilder,
  ContainerBuilder,
  heading,
  HeadingLevel,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  subtext,
  TextDisplayBuilder,
} from 'discord.js';
import type { Card } from './card.ts';
import { linked, shownLine, shownText } from './shown-text.ts';

/** A message that `send`, `reply` and `editReply` take. It pings nobody unless somebody says so. */
export interface CardMessage extends Pick<BaseMessageOptions, 'components'> {
  readonly allowedMentions: NonNullable<BaseMessageOptions['allowedMentions']>;
  readonly flags: MessageFlags.IsComponentsV2;
}

/** All texts of a message may have 4,000 characters (Components Reference), which these lengths keep to. */
const LONGEST_TITLE = 250;
const LONGEST_NAME = 120;
const LONGEST_TEXT = 1_200;
const LONGEST_FACTS = 700;
const LONGEST_FOOTER = 350;
/** Discord's limit for a media gallery is 10; more than four of a post are too much of a channel. */
export const MOST_PICTURES = 4;
const LONGEST_PICTURE = 2_048;

interface CardOptions {
  /** Stands above it, such as a role that is told. Formatted already. */
  readonly above?: readonly string[];
  readonly buttons?: readonly ButtonBuilder[];
}

/** A card as a message. */
export function cardLayout(card: Card, { above = [], buttons = [] }: CardOptions = {}): CardMessage {
  const container = new ContainerBuilder().setAccentColor(card.colour);
  container.addTextDisplayComponents(textDisplay(headOf(card)));
  const { text, isSpoiler = false } = card;
  if (text !== undefined && text.trim() !== '') {
    const shown = shownText(text, LONGEST_TEXT);
    container.addTextDisplayComponents(textDisplay([isSpoiler ? `||${shown}||` : shown]));
  }
  const pictures = (card.pictures ?? []).filter(isPicture).slice(0, MOST_PICTURES);
  if (pictures.length > 0)
    container.addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems(
        pictures.map((url) => new MediaGalleryItemBuilder().setURL(url).setSpoiler(isSpoiler)),
      ),
    );
  const foot = footOf(card);
  if (foot.length > 0) container.addTextDisplayComponents(textDisplay(foot));
  if (buttons.length > 0)
    container.addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons));
  return {
    components: [...(above.length > 0 ? [textDisplay(above)] : []), container],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  };
}

function headOf({ title, url, author, authorUrl }: Card): string[] {
  const name = shownLine(title, LONGEST_TITLE);
  const by = author === undefined ? '' : shownLine(author, LONGEST_NAME);
  return [
    heading(linked(name === '' ? '…' : name, url), HeadingLevel.Three),
    ...(by === '' ? [] : [linked(by, authorUrl)]),
  ];
}

function footOf({ facts = [], footer = [] }: Card): string[] {
  const lines: string[] = [];
  let length = 0;
  // Formatted texts are left out whole: a cut may be in the middle of what formats them.
  for (const fact of facts) {
    length += fact.length + 1;
    if (length <= LONGEST_FACTS) lines.push(fact);
  }
  const last = footer.join(' · ');
  if (last !== '' && last.length <= LONGEST_FOOTER) lines.push(subtext(last));
  return lines;
}

function isPicture(url: string): boolean {
  return url.length <= LONGEST_PICTURE && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}

function textDisplay(lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}
