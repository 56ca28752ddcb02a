import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';
import { parseTurnButton, turnButton } from '../src/search/search-state.ts';
import { type Asked, Web } from './web.ts';

const API = '/w/api.php';
const FIND = '/customsearch/v1';

let web: Web;
let bot: TestBot;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({
    plugins: [integrationsPlugin],
    privatePlaces: [web.place],
    serviceAddresses: { google: web.base },
    serviceSecrets: { google: 'a-google-key:engine:1' },
  });
});
beforeEach(() => web.reset());
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

async function newGuild(): Promise<TestGuild> {
  const guild = await bot.guild({ enable: ['integrations'] });
  await guild.owner.slash('config set', {
    plugin: 'integrations',
    key: 'wikiApi',
    value: `${web.base}${API}`,
  });
  return guild;
}

/** Twelve pages, as a wiki with or without extracts answers. */
function wiki({ url }: Asked, hasExtracts: boolean): object {
  const offset = Number(url.searchParams.get('sroffset'));
  const numbers = [0, 1, 2, 3, 4].map((index) => offset + index).filter((number) => number < 12);
  return {
    ...(offset + 5 < 12 && { continue: { sroffset: offset + 5, continue: '-||' } }),
    query: {
      searchinfo: { totalhits: 12 },
      search: numbers.map((pageid) => ({
        pageid,
        title: `Page_${pageid} [x]`,
        snippet: `A <span class="searchmatch">snippet</span> &amp; ${pageid}`,
      })),
      // In another order than the search.
      pages: numbers.toReversed().map((pageid) => ({
        pageid,
        fullurl: `https://wiki.example.org/Page_(${pageid})`,
        ...(hasExtracts && { extract: `The extract ${pageid}` }),
      })),
    },
  };
}

describe('/wiki', () => {
  test('lists pages in the order of the search, and turns them, also after a restart', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.answers.set(API, (asked) => ({ body: JSON.stringify(wiki(asked, true)) }));

    const first = await cat.slash('wiki', { query: 'a:b & c' });
    expect(first.text).toContain('12 hits');
    expect(first.text).toContain('“a:b & c” on 127.0.0.1');
    expect(first.text).toContain(String.raw`[Page\_0 \[x\]](https://wiki.example.org/Page_%280%29)`);
    expect(first.text.indexOf('extract 0')).toBeLessThan(first.text.indexOf('extract 4'));
    expect(first.buttons).toEqual(['Next']);
    expect(web.asked[0]?.url.searchParams.get('srsearch')).toBe('a:b & c');

    await bot.restart();
    const second = await cat.click(first, 'Next');
    expect(second.text).toContain('extract 5');
    expect(second.buttons).toEqual(['Previous', 'Next']);
    const last = await cat.click(second, 'Next');
    expect(last.text).toContain('extract 11');
    expect(last.buttons).toEqual(['Previous']);
  });

  test('shows snippets where the wiki has no extracts, and says that nothing was found', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.answers.set(API, (asked) => ({ body: JSON.stringify(wiki(asked, false)) }));
    expect((await cat.slash('wiki', { query: 'inn' })).text).toContain('A snippet & 0');

    web.json(API, { batchcomplete: true, query: { searchinfo: { totalhits: 0 }, search: [] } });
    expect((await cat.slash('wiki', { query: '@everyone' })).text).toContain('Nothing was found for');
  });

  test.each([
    ['<html>Welcome</html>', 'does not lead to the `api.php` of a MediaWiki'],
    ['{"error":{"code":"badvalue"}}', 'does not lead to the `api.php` of a MediaWiki'],
    ['{"error":{"code":"ratelimited"}}', 'wants to be left alone for a while'],
  ])('says what is wrong with a wiki that answers %s', async (body, words) => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.page(API, body);

    expect((await cat.slash('wiki', { query: 'inn' })).text).toContain(words);
  });

  test('opens no wiki in a private network', async () => {
    const guild = await newGuild();
    const key = { plugin: 'integrations', key: 'wikiApi' };
    await guild.owner.slash('config set', { ...key, value: 'http://169.254.169.254/latest/api.php' });

    const refused = await guild.member({ username: 'cat' }).slash('wiki', { query: 'inn' });

    expect(refused.text).toMatch(/not on the public/);
  });
});

function hits(start: number, hasNext: boolean): object {
  return {
    queries: hasNext ? { nextPage: [{ startIndex: start + 8 }] } : {},
    searchInformation: { totalResults: '1234' },
    items: Array.from({ length: 8 }, (_, index) => ({
      title: `Hit ${start + index}`,
      link: `https://example.org/${start + index}`,
      snippet: 'Some *words*',
    })),
  };
}

describe('/find', () => {
  test('searches with the key in a header, on one site, and turns pages', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.answers.set(FIND, ({ url }) => {
      const start = Number(url.searchParams.get('start'));
      return { body: JSON.stringify(hits(start, start < 9)) };
    });

    const first = await cat.slash('find', { query: 'chess', site: 'https://Example.org/path' });
    const second = await cat.click(first, 'Next');

    expect(first.text).toContain('[Hit 1](https://example.org/1)');
    expect(first.text).toContain('About 1,234 hits');
    expect(second.text).toContain('[Hit 9]');
    expect(second.buttons).toEqual(['Previous']);
    const [asked] = web.asked;
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({
      cx: 'engine:1',
      q: 'chess',
      start: '1',
      num: '8',
      safe: 'active',
      siteSearch: 'example.org',
      siteSearchFilter: 'i',
    });
    expect(asked?.headers['x-goog-api-key']).toBe('a-google-key');
  });

  test('looks for what is meant for adults in age-restricted channels alone', async () => {
    const guild = await newGuild();
    const adults = guild.sandbox.addChannel({ name: 'adults', nsfw: true });
    web.json(FIND, {});

    const none = await guild.member({ username: 'cat' }).in(adults).slash('find', { query: 'chess' });

    expect(none.text).toContain('Nothing was found for “chess”.');
    expect(web.asked[0]?.url.searchParams.get('safe')).toBe('off');
  });

  test.each([
    [429, { error: { errors: [{ reason: 'rateLimitExceeded' }] } }, 'are used up'],
    [403, { error: { errors: [{ reason: 'dailyLimitExceeded' }] } }, 'are used up'],
    [400, { error: { details: [{ reason: 'API_KEY_INVALID' }] } }, 'does not accept the credentials'],
    [500, {}, 'Google is not answering'],
    [200, { items: [{ title: 1 }] }, 'Google is not answering'],
  ])('says in words what %i with %j means', async (status, body, words) => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.json(FIND, body, { status, headers: { 'retry-after': '60' } });

    const refused = await cat.slash('find', { query: 'chess' });

    expect(refused.text).toContain(words);
    expect(refused.text).not.toContain('a-google-key');
  });

  test('refuses what is no site', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });

    expect((await cat.slash('find', { query: 'chess', site: 'some site' })).text).toContain(
      '`site` must be the name of a site',
    );
    expect(web.asked).toEqual([]);
  });
});

test('words that are too long for a button are searched for without turning pages', () => {
  expect(turnButton('find', { query: 'x'.repeat(90), offset: 8 })).toBeUndefined();
  const state = { query: 'a:b', site: 'example.org', offset: 8 };
  expect(parseTurnButton('find', turnButton('find', state) ?? '')).toEqual(state);
  expect(parseTurnButton('wiki', turnButton('find', state) ?? '')).toBeUndefined();
});
