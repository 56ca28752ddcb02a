/** What Discord draws as something else than its characters: mentions, custom emojis, times, commands. */
const MARKS =
  /<(?:@[!&]?|#)\d{1,20}>|<a?:\w{1,32}:\d{1,20}>|<t:-?\d{1,16}(?::\w)?>|<\/[^<>\n]{1,100}:\d{1,20}>/g;
const MASKED_LINK = /\[([^[\]\n]{1,300})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?[^()\n]{0,100}\)/g;
const LINK = /<?https?:\/\/[^\s<>]+>?/gi;
const HEADING_OR_QUOTE = /^[ \t]*(?:>{1,3}[ \t]+|#{1,3}[ \t]+|-#[ \t]+|[-*][ \t]+)+/;
const EMPHASIS = /\*{1,3}|_{2,3}|~~|\|\||`{1,3}/g;
/** `_word_`, and not `snake_case`. */
const UNDERLINED = /(?<![\p{L}\p{N}_])_([^_\n]{1,300})_(?![\p{L}\p{N}_])/gu;
/** Control characters, and what takes no room. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u{115F}\u{1160}\u{3164}\u{FFA0}]/gu;
/** What is left around a text when links and mentions were taken out of it. */
const LOOSE_ENDS = /^[\s:|,;–—-]+|[\s:|,;–—-]+$/g;

/** One line as people read it: without markdown, links, mentions and custom emojis. */
export function plainText(line: string): string {
  return line
    .replace(HEADING_OR_QUOTE, '')
    .replace(MARKS, ' ')
    .replace(MASKED_LINK, '$1')
    .replace(LINK, ' ')
    .replace(UNDERLINED, '$1')
    .replace(EMPHASIS, '')
    .replace(/\\([\\*_~`|>#[\]()-])/g, '$1')
    .replace(/\s/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .replace(LOOSE_ENDS, '');
}
