import { LONGEST_TAG, MOST_TAGS, normaliseTag } from '../../items/tags.ts';
import type { SourcePost } from './source-post.ts';
import { wordsOf } from './words-of.ts';

/** Words that give a tag away; `*` stands for any ending. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  fanart: ['fanart*', 'fan art*', 'fan-art*'],
  official: ['official', 'officially'],
  music: ['music', 'song*', 'soundtrack*', 'melody'],
  fanfic: ['fanfic*', 'fan fic*', 'fan-fic*', 'ao3'],
  cosplay: ['cosplay*'],
  innktober: ['innktober*', 'inktober*'],
  crafting: ['craft*', 'crochet*', 'knit*', 'embroider*', 'sculpt*', 'plush*', 'origami', '3d print*'],
  tattoo: ['tattoo*'],
  meme: ['meme*', 'shitpost*'],
  commission: ['commission*'],
};

/** What the name of a channel says about all that stands in it. */
const CHANNEL_KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  ...KEYWORDS,
  fanart: [...(KEYWORDS['fanart'] ?? []), 'gallery', 'art', 'arts', 'artwork*'],
};

const TEXT_RULES = rulesOf(KEYWORDS);
const CHANNEL_RULES = rulesOf(CHANNEL_KEYWORDS);

/** The tags of a post: those of the forum, those that its words give away, and what its channel is for. */
export function findTags(post: SourcePost): string[] {
  const { forumTags, name } = post.place;
  const tags = [
    ...forumTags.map(asTag),
    ...tagsIn(wordsOf(post), TEXT_RULES),
    ...tagsIn(name.replaceAll(/[-_]/g, ' '), CHANNEL_RULES),
  ];
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, MOST_TAGS);
}

/** The name of a forum's tag as the gallery keeps tags; nothing where none of it can be kept. */
function asTag(name: string): string {
  const tag = normaliseTag(name.replaceAll(',', ' ')).slice(0, LONGEST_TAG);
  const whole = normaliseTag(tag.replace(/[\uD800-\uDBFF]$/, ''));
  return /[\p{L}\p{N}]/u.test(whole) && !/\d{15}/.test(whole) ? whole : '';
}

function tagsIn(text: string, rules: ReadonlyMap<string, RegExp>): string[] {
  return [...rules].flatMap(([tag, words]) => (words.test(text) ? [tag] : []));
}

function rulesOf(keywords: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, RegExp> {
  return new Map(Object.entries(keywords).map(([tag, words]) => [tag, anyOf(words)]));
}

function anyOf(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}\\p{L}*` : word));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
