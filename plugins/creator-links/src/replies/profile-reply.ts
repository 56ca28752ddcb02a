import { clip, customId, parseCustomId, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  type Snowflake,
  userMention,
} from 'discord.js';
import type { LinkRow } from '../database/link-repository.ts';
import type { Profile } from '../links/profiles.ts';
import { fitLines } from './fit-lines.ts';
import { pageRow } from './page-row.ts';
import { legendOf, profileLines } from './link-line.ts';

/** Discord's limits: five buttons in a row, five rows, 80 characters on a button (Interactions › Message Components). */
const BUTTONS_IN_ROW = 5;
const MOST_BUTTONS = 25;
const LONGEST_LABEL = 80;
/** The buttons of a page that has a row for turning it. */
const BUTTONS_ON_PAGE = 20;
/** Leaves room for the notes below: an embed's description has 4,096 characters. */
const LENGTH_OF_LINES = 3_500;

/** Whose links, and how. */
export interface ProfileView {
  readonly person: { readonly id: Snowflake; readonly name: string };
  /** Whether they look at their own. */
  readonly isOwn: boolean;
  /** From 0. */
  readonly page: number;
  readonly t: Translator;
}

/** Where a page of a profile is found again. */
export interface ProfilePage {
  readonly userId: Snowflake;
  readonly page: number;
}

/** The links of a person, with a button for each. */
export function profileReply(profile: Profile, view: ProfileView): PlainReply {
  const { shown, dead } = profile;
  const { t, person } = view;
  if (shown.length === 0) return reply.info(nothingText(profile, view));
  const size = shown.length <= MOST_BUTTONS ? MOST_BUTTONS : BUTTONS_ON_PAGE;
  const pages = Math.ceil(shown.length / size);
  const page = Math.min(view.page, pages - 1);
  const links = shown.slice(page * size, (page + 1) * size);
  const lines = fitLines(
    links.map((link) => profileLines(link, dead.has(link.id))),
    LENGTH_OF_LINES,
  );
  const idOf = (target: number) => customId('creator-links', 'profile', `${person.id}.${target}`);
  const turning = pageRow({ page, pages, idOf, t });
  return reply.info([...lines, ...notesOf(profile, t)].join('\n'), {
    title: t('creator-links:list.title', { name: escaped(clip(person.name, 100)) }),
    components: [...linkRows(links), ...turning],
    footer: legendOf(links, t, dead),
  });
}

/** What the owner alone is told about their links, if there is anything. */
export function ownNotes({ shown, hidden, dead }: Profile, t: Translator): string | undefined {
  const deadCount = shown.filter(({ id }) => dead.has(id)).length;
  const notes = [
    ...(deadCount > 0 ? [t('creator-links:list.dead', { count: deadCount })] : []),
    ...(hidden > 0 ? [t('creator-links:list.hidden', { count: hidden })] : []),
  ];
  return notes.length > 0 ? notes.join('\n') : undefined;
}

/** The page that a button shows, or `undefined` when it is another's. */
export function parseProfileButton(id: string): ProfilePage | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'creator-links' || parsed.handler !== 'profile') return undefined;
  const [, userId, page] = /^(\d{17,20})\.(\d{1,3})$/.exec(parsed.state) ?? [];
  return userId !== undefined && page !== undefined ? { userId, page: Number(page) } : undefined;
}

function nothingText(profile: Profile, { person, isOwn, t }: ProfileView): string {
  const named = { person: userMention(person.id) };
  if (profile.hasLeft) return t('creator-links:list.left', named);
  if (profile.withheld > 0)
    return [t('creator-links:list.none-here', named), ...notesOf(profile, t)].join('\n');
  return isOwn && profile.hidden === 0
    ? t('creator-links:list.own-none')
    : t('creator-links:list.none', named);
}

function notesOf({ withheld }: Profile, t: Translator): readonly string[] {
  return withheld > 0 ? ['', t('creator-links:list.age-restricted', { count: withheld })] : [];
}

function linkRows(links: readonly LinkRow[]): ActionRowBuilder<MessageActionRowComponentBuilder>[] {
  const buttons = links.map(({ title, url }) =>
    new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel(clip(title, LONGEST_LABEL)).setURL(url),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_ROW) }, (_, row) =>
    buttons.slice(row * BUTTONS_IN_ROW, (row + 1) * BUTTONS_IN_ROW),
  );
  return rows.map((row) => new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(row));
}
