import type { Random } from './random.ts';

/** Texts that trouble programs: what pings, formats, hides, breaks out, overflows, or is no text at all. */
const TROUBLE: readonly string[] = [
  '',
  ' ',
  '@everyone',
  '@here',
  '<@&000000000000000000>',
  '<#99999999999999999999>',
  '<@!1>',
  '</ban:123456789012345678>',
  '<t:99999999999999:F>',
  '<a:emoji:123456789012345678>',
  '**bold** __under__ ~~strike~~ ||spoiler||',
  '```js\n@everyone\n```',
  '`',
  '``',
  '[text](https://example.com "title")',
  '> quote\n# heading\n- list',
  '\u202Eright to left\u202C',
  '\u2067مرحبا\u2069 שלום',
  'zero\u200B\u200C\u200D\uFEFFwidth',
  '\u200B',
  'Z\u0351\u036B\u0343a\u0324\u0363l\u0334g\u0340o\u0322',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\u0000',
  'a\u0000b',
  '\u0001\u001B[31m\u007F',
  '\uD800',
  '\uDFFF tail',
  'head \uD83D',
  '\uFFFF\uFFFE',
  "'; drop table core.guilds; --",
  "' or 1=1 --",
  '$1 $2 %s %d {0} ${7*7} {{7*7}} #{x}',
  '$t(core:errors.bug) {{command}}',
  '\\',
  '\\x00\\u0000\\',
  '%00%0a',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e308',
  '99999999999999999999999999999999',
  '9223372036854775808',
  '0x10',
  '1.5',
  '18446744073709551615',
  '(a+)+$',
  '(',
  '[',
  '(?<=x)*',
  '\\p{L}{1000}{1000}',
  '{}',
  '[]',
  '{"__proto__":{"x":1}}',
  '[[[[[[[[[[[[[[[[[[[[',
  'not not not not (((',
  ', , ; ; ,,',
  'https://discord.com/channels/1/2/3',
  'https://discord.com/channels/@me/9/9',
  'javascript:alert(1)',
];

/** Words that commands take, so that what stands beside them is looked at. */
const SENSE: readonly string[] = [
  'core',
  'moderation',
  'moderation.*',
  'moderation.ban',
  '10m',
  '7d',
  '28d',
  '99999999w',
  'perm',
  '1',
  '2',
  '3',
  'spam, free*',
  'links',
  'yes',
  'on',
];

const LONGEST = 6_000;

/** Some text, of any length up to `most`, that may name people and roles. */
export function hostileText(random: Random, ids: readonly string[], most = LONGEST): string {
  const parts = Array.from({ length: random.whole(1, 3) }, () => part(random, ids));
  const text = parts.join(random.pick(['', ' ', '\n', ', ']));
  // In the middle of a character too.
  if (random.isLucky(0.1))
    return (text || 'x').repeat(Math.ceil(most / Math.max(1, text.length))).slice(0, most);
  return text.slice(0, most);
}

function part(random: Random, ids: readonly string[]): string {
  if (random.isLucky(0.3)) return random.pick(SENSE);
  if (random.isLucky(0.2))
    return random.pick(['', '<@', '<@!', '<@&', '<#']).replace(/$/, `${random.pick(ids)}>`);
  if (random.isLucky(0.1)) return random.pick(ids);
  return random.pick(TROUBLE);
}
