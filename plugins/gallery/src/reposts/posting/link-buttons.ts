import type { CreatorLink } from '@twi/plugin-creator-links';
import { clip } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import { siteName } from '../detection/choices.ts';
import type { SourceLink } from '../detection/repost-source.ts';

/** Discord's limits (Interactions › Message Components): buttons in a row, characters of a label and of an address. */
const MOST_IN_ROW = 5;
const LONGEST_LABEL = 45;
const LONGEST_URL = 512;

/** One row that leads to the original and the work, and one to where else its creator is found. */
export function linkButtons({
  originalUrl,
  link,
  creatorLinks,
}: {
  readonly originalUrl: string;
  readonly link: SourceLink | null;
  readonly creatorLinks: readonly CreatorLink[];
}): ActionRowBuilder<ButtonBuilder>[] {
  const first = [
    { label: 'Original message', url: originalUrl },
    ...(link ? [{ label: siteName(link), url: link.url }] : []),
  ];
  const second = creatorLinks
    .filter(({ url }) => url !== link?.url)
    .map(({ title, url }) => ({ label: title, url }));
  return [first, second].flatMap(row);
}

function row(targets: readonly { readonly label: string; readonly url: string }[]) {
  const buttons = targets
    .filter(({ label, url }) => url.length <= LONGEST_URL && label.trim() !== '')
    .slice(0, MOST_IN_ROW)
    .map(({ label, url }) =>
      new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel(clip(label, LONGEST_LABEL)).setURL(url),
    );
  return buttons.length > 0 ? [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)] : [];
}
