import { clip, MOST_OPTIONS, type PlainReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  ChannelType,
  hyperlink,
  StringSelectMenuBuilder,
  userMention,
} from 'discord.js';
import type { OpenDestination } from '../destinations/destinations.ts';
import type { Choice } from '../reposts/detection/choices.ts';
import type { DraftView } from '../reposts/draft-view.ts';
import { repostIds } from './repost-ids.ts';

type Row = ActionRowBuilder<ButtonBuilder> | ActionRowBuilder<StringSelectMenuBuilder>;

/** Discord's limit of an option's label (Components › String Select). */
const LONGEST_LABEL = 100;

/** Asks what of a message is reposted, and where. */
export function repostPanel(view: DraftView, { page = 0 } = {}): PlainReply {
  const { draft, choices, choice, destination, destinations, isNsfw } = view;
  const { source, id } = draft;
  const author = source.author.isAutomatic ? source.author.name : userMention(source.author.id);
  const lines = [
    `From ${hyperlink('a message', source.url)} of ${author}${isNsfw ? ' · **NSFW**' : ''}`,
    `**What:** ${choice?.label ?? 'choose below'}`,
    `**Where:** ${destination ? channelMention(destination.channel.id) : 'choose below'}`,
  ];
  const components: Row[] = [
    ...(choices.length > 1 ? [choiceMenu(id, choices, choice)] : []),
    ...(destinations.length > 1 ? placeRows(id, { destinations, destination, page }) : []),
    buttons(view),
  ];
  return reply.info(lines.join('\n'), { title: 'Repost to gallery', components });
}

function choiceMenu(draftId: string, choices: readonly Choice[], chosen: Choice | undefined): Row {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(repostIds.menu('choice', draftId))
    .setPlaceholder('What is reposted?')
    .addOptions(
      choices.map(({ id, label, description }) => ({
        value: id,
        label,
        ...(description && { description }),
        default: id === chosen?.id,
      })),
    );
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}

function placeRows(
  draftId: string,
  {
    destinations,
    destination,
    page,
  }: Pick<DraftView, 'destination' | 'destinations'> & { readonly page: number },
): Row[] {
  const shown = destinations.slice(page * MOST_OPTIONS, (page + 1) * MOST_OPTIONS);
  const menu = new StringSelectMenuBuilder()
    .setCustomId(repostIds.menu('place', draftId))
    .setPlaceholder('Where does it go?')
    .addOptions(
      shown.map((place) => ({
        value: place.channel.id,
        label: clip(`#${place.channel.name}`, LONGEST_LABEL),
        description: clip(describe(place), LONGEST_LABEL),
        default: place.channel.id === destination?.channel.id,
      })),
    );
  const rows: Row[] = [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)];
  if (destinations.length <= MOST_OPTIONS) return rows;
  const last = Math.ceil(destinations.length / MOST_OPTIONS) - 1;
  rows.push(
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      button('channels', 'Channels before', draftId, page - 1).setDisabled(page === 0),
      button('channels', 'More channels', draftId, page + 1).setDisabled(page >= last),
    ),
  );
  return rows;
}

function describe({ channel, destination }: OpenDestination): string {
  const kind = channel.type === ChannelType.GuildForum ? 'Forum' : 'Channel';
  const rating = channel.nsfw ? 'age-restricted' : '';
  const where = channel.parent ? `in ${channel.parent.name}` : '';
  const thread = destination.autoThread ? 'opens a thread' : '';
  return [kind, rating, where, thread].filter(Boolean).join(' · ');
}

function buttons({ draft, choice, destination }: DraftView): Row {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    button('form', 'Continue', draft.id)
      .setStyle(ButtonStyle.Primary)
      .setDisabled(!choice || !destination),
    button('cancel', 'Cancel', draft.id),
  );
}

function button(verb: 'cancel' | 'channels' | 'form', label: string, draftId: string, page = 0) {
  return new ButtonBuilder()
    .setCustomId(repostIds.button(verb, draftId, page))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}
