import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise, MAX_URL_LENGTH } from '../../src/platforms/canonicalise.ts';
import { hostsOf } from '../../src/platforms/find-platform.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { PLATFORMS } from '../../src/platforms/platforms.ts';
import { ADDRESSES } from './addresses.ts';

describe.each(Object.entries(ADDRESSES))('%s', (platform, addresses) => {
  test.each(addresses)('%s is stored as %s, of %s', (typed, url, username) => {
    expect(canonicalise(typed)).toEqual({ url, platform, username });
  });
});

test('every known platform has an address in the table', () => {
  expect(Object.keys(PLATFORMS).filter((key) => !Object.hasOwn(ADDRESSES, key))).toEqual([]);
});

test('every host of every platform is taken, over http too, and becomes https', () => {
  const hosts = Object.values<Platform>(PLATFORMS).flatMap((platform) => hostsOf(platform));
  const refused = hosts.filter((host) => {
    const found = canonicalise(`http://${host}/somebody`);
    return !('url' in found) || !found.url.startsWith('https://') || found.platform === 'website';
  });
  expect(refused).toEqual([]);
});

test.each([
  ['', 'not-a-url'],
  ['my page', 'not-a-url'],
  ['javascript:alert(1)', 'not-a-url'],
  ['mailto:me@example.org', 'not-a-url'],
  ['ftp://example.org', 'not-a-url'],
  ['https://', 'not-a-url'],
  [String.raw`https:\\patreon.com\me`, 'not-a-url'],
  ['https://example.org/a b', 'not-a-url'],
  ['http://example.org', 'http'],
  ['https://user:password@patreon.com/cat', 'credentials'],
  ['https://patreon.com@evil.example', 'credentials'],
  ['https://127.0.0.1/', 'ip'],
  ['https://2130706433/', 'ip'],
  ['https://0x7f.1/', 'ip'],
  ['https://[::1]/', 'ip'],
  ['https://93.184.215.14/', 'ip'],
  ['https://localhost/', 'private'],
  ['https://intranet/page', 'private'],
  ['https://printer.local/', 'private'],
  ['https://shop.internal/', 'private'],
  ['https://co.uk/', 'private'],
  ['https://example.org:8443/', 'port'],
  ['https://patreon.com:444/cat', 'port'],
  ['https://bit.ly/abc', 'shortener'],
  ['https://www.tinyurl.com/abc', 'shortener'],
  ['https://t.co/abc', 'shortener'],
  ['https://cat.bit.ly/abc', 'shortener'],
  ['https://on.soundcloud.com/abc', 'shortener'],
  ['https://www.google.com/url?q=https://evil.example', 'shortener'],
  ['https://m.youtube.com/redirect?q=https://evil.example', 'shortener'],
  ['https://href.li/?https://evil.example', 'shortener'],
  ['https://0177.0.0.1/', 'ip'],
  ['https://[::ffff:127.0.0.1]/', 'ip'],
  ['https://①②⑦.0.0.1/', 'ip'],
  ['https://\u202Eexample.org', 'not-a-url'],
  ['data:text/html,cat', 'not-a-url'],
  [`https://example.org/${'a'.repeat(MAX_URL_LENGTH)}`, 'too-long'],
  [`https://example.org/${'ä'.repeat(MAX_URL_LENGTH / 4)}`, 'too-long'],
])('%s is refused: %s', (typed, problem) => {
  expect(canonicalise(typed)).toMatchObject({ problem });
});

test.each([
  ['https://patre\u03BFn.com/cat', 'Patreon'],
  ['https://p\u0430treon.com/cat', 'Patreon'],
  ['https://xn--ptreon-3nf.com/cat', 'Patreon'],
  ['https://pätreon.com/cat', 'Patreon'],
  ['https://patre0n.com/cat', 'Patreon'],
  ['https://patreon.com.evil.example/cat', 'Patreon'],
  ['https://patreon.com.evil.example.org/cat', 'Patreon'],
  ['https://www.patreon.com-login.net/cat', 'Patreon'],
  ['https://p\u0430treon.com.evil.org/cat', 'Patreon'],
  ['https://pateron.com/cat', 'Patreon'],
  ['https://patreonn.com/cat', 'Patreon'],
  ['https://patreom.com/cat', 'Patreon'],
  ['https://g1thub.com/cat', 'GitHub'],
  ['https://instagrarn.com/cat', 'Instagram'],
  ['https://deviantrat.com/cat', 'DeviantArt'],
  ['https://twiter.com/cat', 'X'],
  ['https://\u0445.com/cat', 'X'],
  ['https://archiveofourowm.org/users/cat', 'AO3'],
  ['https://rnastodon.art/@cat', 'Mastodon'],
  ['https://wwwpatreon.com/cat', 'Patreon'],
  ['https://www-patreon.com/cat', 'Patreon'],
])('%s passes itself off as %s, and is refused', (typed, name) => {
  expect(canonicalise(typed)).toMatchObject({ problem: 'look-alike', real: { name } });
});

test.each([
  'https://patron.com',
  'https://patreon.example.org',
  'https://twister.com',
  'https://goodthreads.com',
  'https://royalroads.ca',
  'https://x.org',
  'https://x.com.au',
  'https://itch.com',
  'https://steam.com',
  'https://github.blog',
  'https://cat.github.io',
  'https://xn--mnchen-3ya.de',
  'https://cats-and-art.net/portfolio',
  'https://art-station.co.uk',
  'https://cat.wordpress.com',
  'https://cat.blogspot.com',
])('%s is an honest site, and stays as it is', (url) => {
  expect(canonicalise(url)).toEqual({ url, platform: 'website', username: undefined });
});

test('of a site with several domains, the one that is meant is named', () => {
  expect(canonicalise('https://dlscord.com/x')).toMatchObject({ real: { domain: 'discord.com' } });
  expect(canonicalise('https://dlscord.gg/x')).toMatchObject({ real: { domain: 'discord.gg' } });
});

const withProfiles = Object.entries<Platform>(PLATFORMS).filter(([, { profile }]) => profile !== undefined);

/** Every address under which a profile may be copied: of all hosts and shapes, with and without a tab. */
function addressesOf(name: string, platform: Platform): string[] {
  const { host, profile = '', also = [], aliases = [], tabs = [] } = platform;
  const own = host.replace(/^www\./, '');
  const shapes = [profile.replace(/^www\./, ''), ...also].map((shape) =>
    shape.replace('{user}', name).replace('{host}', own).replace('{id}', '42').replace('{any}', 'xy'),
  );
  const hosts = [own, ...aliases];
  const everywhere = shapes.flatMap((shape) =>
    shape.startsWith(`${own}/`)
      ? hosts.flatMap((each) =>
          ['', 'www.', 'm.', 'mobile.'].map((sub) => `${sub}${shape.replace(own, each)}`),
        )
      : [shape],
  );
  return everywhere.flatMap((shape) => [shape, `${shape}/`, ...tabs.map((tab) => `${shape}/${tab}`)]);
}

test.each(withProfiles)(
  'a profile on %s is one, wherever it was copied and however it is written',
  (key, platform) => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^cat[a-z0-9]{2,9}$/),
        fc.constantFrom('https://', 'http://', ''),
        fc.constantFrom('', '?utm_source=x', '#top', '?ref=a&b=c#top'),
        (name, scheme, end) => {
          const found = addressesOf(name, platform).map((each) => canonicalise(`${scheme}${each}${end}`));
          const urls = new Set(found.map((each) => ('url' in each ? each.url : each.problem)));
          const names = new Set(found.map((each) => 'url' in each && (each.username ?? name)));
          expect([...urls]).toHaveLength(1);
          expect([...names]).toEqual([name]);
          expect(canonicalise([...urls].join(''))).toMatchObject({ platform: key });
        },
      ),
      { numRuns: 20 },
    );
  },
);

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(fc.constantFrom('https://', 'http://', ''), fc.domain(), fc.webPath())
    .map((parts) => parts.join('')),
);

const knownHost = fc.constantFrom(
  ...Object.values<Platform>(PLATFORMS).flatMap((platform) => [platform.host, ...hostsOf(platform)]),
);
const segment = fc.oneof(
  fc.constantFrom(
    'c',
    'user',
    'users',
    'u',
    'profile',
    '@cat',
    'shop',
    'about',
    'posts',
    'works',
    'channel',
    'invite',
    's',
    '..',
    '%2e',
    '%',
    '%63%61t',
    '%2563',
    '@cat%0A',
    '@%E2%80%AEcat',
    '%C3%A4',
    'Cat',
  ),
  fc.webSegment(),
);
const onKnownHost = fc
  .tuple(
    fc.constantFrom('https://', 'http://', ''),
    fc.constantFrom('', 'www.', 'm.', 'mobile.', 'Cat.', 'art-cat.'),
    knownHost,
    fc.array(segment, { maxLength: 5 }),
    fc.constantFrom(
      '',
      '/',
      '//',
      '?id=1&utm_source=x',
      '?v=a%26b&si=c',
      '?%76=1',
      '#/cat',
      '?u=1#top',
      '#top',
    ),
  )
  .map(([scheme, variant, host, path, end]) => `${scheme}${variant}${host}/${path.join('/')}${end}`);

test('whatever is typed, nothing is thrown, and what is stored is https, short and the same the next time', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, onKnownHost), (typed) => {
      const first = canonicalise(typed);
      if (!('url' in first)) return;
      expect(first.url).toMatch(/^https:\/\/[^/@\s]+/);
      expect(first.url.length).toBeLessThanOrEqual(MAX_URL_LENGTH);
      const second = canonicalise(first.url);
      expect(second).toMatchObject({ url: first.url, platform: first.platform });
      expect(first.username ?? '').not.toMatch(/[\s\p{Cc}\p{Cf}]/u);
    }),
    { numRuns: 3_000 },
  );
});

test('an address on a known platform is never taken for a website or a look-alike', () => {
  fc.assert(
    fc.property(onKnownHost, (typed) => {
      const found = canonicalise(typed);
      expect('url' in found ? found.platform : found.problem).not.toMatch(/^(?:website|look-alike|http)$/);
    }),
    { numRuns: 1_000 },
  );
});
