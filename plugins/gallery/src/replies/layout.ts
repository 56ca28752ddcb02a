import {
  ActionRowBuilder,
  type BaseMessageOptions,
  ButtonBuilder,
  ButtonStyle,
  MediaGalleryItemBuilder,
  MessageFlags,
} from 'discord.js';
import type { FreshFile } from '../files/files.ts';

/** A message laid out with components, which `reply`, `editReply` and `update` take. It pings nobody. */
export interface Layout extends Pick<BaseMessageOptions, 'allowedMentions' | 'components'> {
  readonly flags: MessageFlags.IsComponentsV2;
}

/** The colour of the gallery, as that of other answers. */
export const COLOUR = 0x5865f2;

/** Discord's limits (Components Reference › Media Gallery, Button). */
export const MOST_MEDIA = 10;
const LONGEST_LINK = 512;

/** A message of these components. */
export function layout(components: NonNullable<BaseMessageOptions['components']>): Layout {
  return { components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [] } };
}

/** A picture or video as it is shown: with its alt text, and hidden until clicked where it is a spoiler. */
export function mediaOf(fresh: FreshFile): MediaGalleryItemBuilder[] {
  const { file } = fresh;
  if (fresh.state !== 'here' || !isVisual(file.contentType)) return [];
  const media = new MediaGalleryItemBuilder().setURL(fresh.url).setSpoiler(file.spoiler);
  return [file.alt ? media.setDescription(file.alt) : media];
}

/** Whether something is there to be seen, and not only to be heard or opened. */
export function isVisual(contentType: string): boolean {
  return /^(?:image|video)\//.test(contentType);
}

/** A row of buttons that lead elsewhere; addresses that are too long for one are left out. */
export function linkRow(
  links: readonly { readonly label: string; readonly url: string | null | undefined }[],
): ActionRowBuilder<ButtonBuilder>[] {
  const buttons = links.flatMap(({ label, url }) =>
    url && url.length <= LONGEST_LINK
      ? [new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel(label).setURL(url)]
      : [],
  );
  return buttons.length > 0 ? [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)] : [];
}

/** A row of buttons that the bot answers; one without an id is greyed out. */
export function buttonRow(
  buttons: readonly {
    readonly label: string;
    readonly id: string | undefined;
    readonly placeholder?: string;
  }[],
): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    buttons.map(({ label, id, placeholder = 'nowhere' }) =>
      new ButtonBuilder()
        .setStyle(ButtonStyle.Secondary)
        .setLabel(label)
        .setCustomId(id ?? placeholder)
        .setDisabled(!id),
    ),
  );
}
