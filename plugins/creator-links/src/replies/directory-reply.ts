import type { Page } from '@twi/database';
import { customId, escaped, MOST_OPTIONS, type PlainReply, quotable, reply, type Translator } from '@twi/sdk';
import { ActionRowBuilder, StringSelectMenuBuilder } from 'discord.js';
import type { PlatformCount } from '../database/directory-repository.ts';
import type { LinkRow } from '../database/link-repository.ts';
import { platformName } from '../platforms/platforms.ts';
import { type DirectoryState, turnButton } from './directory-state.ts';
import { fitLines } from './fit-lines.ts';
import { directoryLines, legendOf } from './link-line.ts';

/** An embed's description has 4,096 characters, and a note stands below. */
const LENGTH_OF_LINES = 3_900;
/** What stands for all platforms in the menu. */
export const ALL = 'all';

export interface DirectoryView {
  readonly state: DirectoryState;
  /** Whether links for adults are among them. */
  readonly nsfw: boolean;
  /** What the menu offers; a search has none. */
  readonly platforms?: readonly PlatformCount[];
  readonly t: Translator;
}

/** A page of the links of a guild. */
export function directoryReply({ rows, previous, next }: Page<LinkRow>, view: DirectoryView): PlainReply {
  const { state, nsfw, t, platforms = [] } = view;
  const lines = fitLines(rows.map(directoryLines), LENGTH_OF_LINES);
  const note = nsfw ? [] : ['', `-# ${t('creator-links:directory.safe-only')}`];
  return reply.list(lines.length > 0 ? [...lines, ...note] : [], {
    title: titleOf(state, t),
    empty: [emptyText(state, t), ...note].join('\n'),
    previous: previous && turnButton({ ...state, cursor: previous }),
    next: next && turnButton({ ...state, cursor: next }),
    labels: { previous: t('creator-links:pages.previous'), next: t('creator-links:pages.next') },
    footer: legendOf(rows, t),
    components: platforms.length > 1 ? [platformMenu(platforms, state, t)] : [],
  });
}

function titleOf({ platform, query }: DirectoryState, t: Translator): string {
  if (query !== undefined) return t('creator-links:directory.search', { query: escaped(quotable(query)) });
  return platform === undefined
    ? t('creator-links:directory.browse')
    : t('creator-links:directory.browse-platform', { platform: platformName(platform) });
}

function emptyText({ platform, query }: DirectoryState, t: Translator): string {
  if (query !== undefined) return t('creator-links:directory.none-search');
  return platform === undefined
    ? t('creator-links:directory.none')
    : t('creator-links:directory.none-platform', { platform: platformName(platform) });
}

function platformMenu(platforms: readonly PlatformCount[], { platform }: DirectoryState, t: Translator) {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('creator-links', 'pick-platform'))
    .setPlaceholder(t('creator-links:directory.pick'))
    .addOptions([
      { label: t('creator-links:directory.all-platforms'), value: ALL, default: platform === undefined },
      ...platforms.slice(0, MOST_OPTIONS - 1).map(({ platform: key, count }) => ({
        label: `${platformName(key)} (${count})`,
        value: key,
        default: key === platform,
      })),
    ]);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}
