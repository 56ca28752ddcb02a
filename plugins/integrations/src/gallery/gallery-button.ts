import { customId, parseCustomId, type Translator } from '@twi/sdk';
import { ButtonBuilder, ButtonStyle } from 'discord.js';

const HANDLER = 'add-to-gallery';
const DEVIATION = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const WORK = /^ao3-(\d{1,12})$/;

/** What a button puts into the gallery; it is looked up again when it is clicked. */
export type GalleryReference =
  | { readonly kind: 'deviation'; readonly id: string }
  | { readonly kind: 'work'; readonly id: string };

/** A button that adds something to the gallery. */
export function galleryButton({ kind, id }: GalleryReference, t: Translator): ButtonBuilder {
  const state = kind === 'work' ? `ao3-${id}` : id.toLowerCase();
  return new ButtonBuilder()
    .setCustomId(customId('integrations', HANDLER, state))
    .setLabel(t('integrations:gallery.add'))
    .setStyle(ButtonStyle.Secondary);
}

/** What a button adds, or `undefined` when it is another's. */
export function parseGalleryButton(id: string): GalleryReference | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'integrations' || parsed.handler !== HANDLER) return undefined;
  const work = WORK.exec(parsed.state)?.[1];
  if (work !== undefined) return { kind: 'work', id: work };
  return DEVIATION.test(parsed.state) ? { kind: 'deviation', id: parsed.state } : undefined;
}
