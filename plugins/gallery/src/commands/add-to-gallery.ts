import { isAgeRestricted, reply, type Translator, translator, UserError, escaped } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Item } from '../database/item-repository.ts';
import { alreadyThere, imageOrUrl, nsfwHere } from '../errors.ts';
import type { Gallery } from '../gallery.ts';
import { validContent } from '../items/item-content.ts';
import type { AddResult, NewItem } from '../items/new-item.ts';
import { splitTags } from '../items/tags.ts';
import { itemTitle } from '../replies/item-text.ts';
import { uploadLimit } from '../reposts/files/upload-limit.ts';
import { readCreator } from './read-item-options.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

/** Does what `/gallery add` is asked for. The answer to a file carries the file: it is what Discord keeps of it. */
export async function addToGallery(interaction: Invocation, gallery: Gallery): Promise<void> {
  const { options, channel } = interaction;
  const url = options.getString('url');
  const hasImage = options.getAttachment('image') !== null;
  if ((url !== null) === hasImage) throw new UserError(imageOrUrl(hasImage));
  const item = readItem(interaction);
  validContent(item);
  if (hasImage && item.nsfw && !(channel && isAgeRestricted(channel))) throw new UserError(nsfwHere());

  await interaction.deferReply();
  const t = await translator(interaction, { audience: 'guild' });
  const added =
    url === null
      ? await addUpload(interaction, gallery, { item, t })
      : addedOf(await gallery.items.add({ ...item, ...(await gallery.addresses.look(url)) }));
  const title = item.nsfw && !(channel && isAgeRestricted(channel)) ? `#${added.number}` : itemTitle(added);
  await interaction.editReply(said(t('gallery:done.added', { title })));
}

async function addUpload(
  interaction: Invocation,
  { uploads }: Gallery,
  { item, t }: { readonly item: Omit<NewItem, 'kind'>; readonly t: Translator },
): Promise<Item> {
  const attachment = interaction.options.getAttachment('image', true);
  const adding = said(t('gallery:done.adding', { title: escaped(item.title) }));
  let isPosted = false;
  try {
    const upload = { item, attachment, limit: uploadLimit(interaction.guild) };
    const result = await uploads.add(upload, (file) => {
      isPosted = true;
      return interaction.editReply({ ...adding, files: [file] });
    });
    return addedOf(result);
  } catch (error) {
    // What is not in the gallery does not stay in the answer either.
    if (isPosted) await interaction.editReply({ attachments: [] });
    throw error;
  }
}

/** The new item. @throws {UserError} `gallery.already-there-…` */
function addedOf(result: AddResult): Item {
  if (result.outcome === 'duplicate') throw new UserError(alreadyThere(result.number, result.by));
  return result.item;
}

/** An answer without what it is attached to: an edit that names no files keeps those that are there. */
function said(text: string) {
  const { files: _files, ...answer } = reply.success(text);
  return answer;
}

function readItem({ guildId, user, options }: Invocation): Omit<NewItem, 'kind'> {
  return {
    guildId,
    addedBy: user.id,
    title: options.getString('title', true),
    description: options.getString('description'),
    tags: splitTags(options.getString('tags') ?? ''),
    ...readCreator(options.getString('creator')),
    nsfw: options.getBoolean('nsfw') ?? false,
  };
}
