import { type PlainReply, reply, escaped } from '@twi/sdk';
import {
  ActionRowBuilder,
  bold,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  hyperlink,
  messageLink,
} from 'discord.js';
import type { DuplicateKind } from '../items/new-item.ts';
import { postContent, postFiles } from '../reposts/posting/post-content.ts';
import type { FoundDuplicate, RepostPreview } from '../reposts/repost-preview.ts';
import { repostIds } from './repost-ids.ts';

const BECAUSE = {
  message: 'it comes from the same message',
  file: 'it has the same file',
  picture: 'it has a picture that looks alike',
  address: 'it leads to the same address',
} as const satisfies Record<DuplicateKind, string>;

/** A repost as it will look, for the moderator alone, with what they can do about it. */
export function repostPreviewReply(preview: RepostPreview): PlainReply {
  const { view, work, loaded, duplicate } = preview;
  const content = postContent(work);
  const place = view.destination ? ` in ${channelMention(view.destination.channel.id)}` : '';
  const note = duplicate
    ? reply.warning(`${duplicateText(duplicate)}\n\nYou can post it${place} anyway.`, { title: 'Preview' })
    : reply.info(`This is how it will look${place}. Nobody else sees it yet.`, { title: 'Preview' });
  return {
    ...content,
    embeds: [...content.embeds, ...(note.embeds ?? [])],
    components: [...content.components, actions(view.draft.id, duplicate !== undefined)],
    ...(loaded && { files: postFiles(loaded) }),
  };
}

function duplicateText({ by, item }: FoundDuplicate): string {
  const { guildId, number, title, nsfw, postedChannelId, postedMessageId } = item;
  // Its title may not be for the eyes of whoever is in this channel.
  const name = nsfw ? '' : ` ${bold(escaped(title))}`;
  const where =
    postedChannelId && postedMessageId
      ? ` (${hyperlink('see it', messageLink(postedChannelId, postedMessageId, guildId))})`
      : '';
  return `This may be in the gallery already, as item ${bold(`#${number}`)}${name}${where}: ${BECAUSE[by]}.`;
}

function actions(draftId: string, isDuplicate: boolean): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(repostIds.button('post', draftId))
      .setLabel(isDuplicate ? 'Post anyway' : 'Post')
      .setStyle(isDuplicate ? ButtonStyle.Danger : ButtonStyle.Success),
    new ButtonBuilder()
      .setCustomId(repostIds.button('form', draftId))
      .setLabel('Edit')
      .setStyle(ButtonStyle.Secondary),
    new ButtonBuilder()
      .setCustomId(repostIds.button('back', draftId))
      .setLabel('Back')
      .setStyle(ButtonStyle.Secondary),
    new ButtonBuilder()
      .setCustomId(repostIds.button('cancel', draftId))
      .setLabel('Cancel')
      .setStyle(ButtonStyle.Secondary),
  );
}
