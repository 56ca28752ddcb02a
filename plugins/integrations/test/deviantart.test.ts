import { galleryPlugin } from '@twi/plugin-gallery';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseArtist, parseDeviationAddress } from '../src/deviantart/deviantart-address.ts';
import { DeviantArtClient } from '../src/deviantart/deviantart-client.ts';
import { integrationsPlugin } from '../src/index.ts';
import { picturesOf } from './pictures-of.ts';
import { pluginContext } from './plugin-context.ts';
import { Web } from './web.ts';

const ID = 'A1B2C3D4-0000-4000-8000-00000000000F';
const PAGE = '/cat/art/The-Inn-123';
const ADDRESS = `https://www.deviantart.com${PAGE}`;
const API = '/api/v1/oauth2';
const DEVIATION = `${API}/deviation/${ID.toLowerCase()}`;

let web: Web;
let bot: TestBot;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({
    plugins: [integrationsPlugin, galleryPlugin],
    privatePlaces: [web.place],
    serviceSecrets: { deviantart: '12:a-client-secret' },
    serviceAddresses: { deviantart: web.base },
  });
});
beforeEach(() => {
  web.reset();
  serve();
});
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

function art(more: object = {}): object {
  return {
    deviationid: ID,
    url: ADDRESS,
    title: 'The *Inn*',
    is_mature: false,
    author: { username: 'cat' },
    published_time: '1709632800',
    stats: { favourites: 1_234, comments: 1 },
    content: { src: 'https://images.example.org/inn.png?token=1', width: 1, height: 1 },
    ...more,
  };
}

/** DeviantArt with one page. */
function serve(more: object = {}): void {
  web.json('/oauth2/token', { access_token: 'token-1', token_type: 'Bearer', expires_in: 3_600 });
  web.page(
    PAGE,
    `<html><head><meta property="da:appurl" content="DeviantArt://deviation/${ID}"></head></html>`,
  );
  web.json(DEVIATION, art(more));
  web.json(`${API}/deviation/metadata`, {
    metadata: [
      { description: '<p>Come <b>in</b>.</p>', tags: [{ tag_name: 'Inn' }, { tag_name: '9'.repeat(20) }] },
    ],
  });
}

const askedFor = (path: string) => web.asked.filter(({ url }) => url.pathname === path);
const client = () => new DeviantArtClient(pluginContext().http, web.base);
const newGuild = (enable: readonly string[] = ['integrations']): Promise<TestGuild> => bot.guild({ enable });

describe('/deviantart deviation', () => {
  test('shows a piece of art, and adds it to the gallery once', async () => {
    const guild = await newGuild(['integrations', 'gallery']);
    const cat = guild.member({ username: 'cat' });

    const shown = await cat.slash('deviantart deviation', { url: ADDRESS });
    const refused = await cat.click(shown, 'Add to gallery');
    const added = await guild.owner.click(shown, 'Add to gallery');
    const again = await guild.owner.click(shown, 'Add to gallery');

    expect(shown.text).toContain(String.raw`The \*Inn\*`);
    expect(shown.text).toContain('Come in.');
    expect(shown.text).toContain('1,234 favourites');
    expect(picturesOf(shown)).toEqual(['https://images.example.org/inn.png?token=1']);
    expect(refused.text).not.toContain('Added');
    expect(added.text).toContain('Added to the gallery as item #1.');
    expect(again.text).toContain('in the gallery already, as item #1');
    const item = await guild.owner.slash('gallery view', { id: 1 });
    expect(item.text).toContain('Inn');
  });

  test('shows mature art only in age-restricted channels, and no button where there is no gallery', async () => {
    const guild = await newGuild();
    const cat = guild.member({ username: 'cat' });
    const adults = guild.sandbox.addChannel({ name: 'adults', nsfw: true });
    serve({ is_mature: true });

    const hidden = await cat.slash('deviantart deviation', { url: ADDRESS });
    const shown = await cat.in(adults).slash('deviantart deviation', { url: ADDRESS });

    expect(hidden.text).toContain('marked as mature');
    expect(picturesOf(hidden)).toEqual([]);
    expect(picturesOf(shown)).toHaveLength(1);
    expect(shown.buttons).toEqual(['Open on DeviantArt']);
  });

  test.each([
    ['deleted', { is_deleted: true, url: undefined, author: undefined }, 'There is nothing at this address'],
    ['of another shape', { deviationid: 5 }, 'DeviantArt is not answering'],
  ])('says in words that it is %s', async (_, more, words) => {
    const cat = (await newGuild()).member({ username: 'cat' });
    serve(more);

    expect((await cat.slash('deviantart deviation', { url: ADDRESS })).text).toContain(words);
  });

  test('says in words what is no page of DeviantArt, and what is gone', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.answers.delete(PAGE);

    expect((await cat.slash('deviantart deviation', { url: ADDRESS })).text).toContain(
      'nothing at this address',
    );
    expect((await cat.slash('deviantart deviation', { url: 'https://example.org/a/art/b' })).text).toContain(
      '`url` must be a page of DeviantArt',
    );
  });
});

describe('/deviantart gallery', () => {
  test('lists what an artist posted last, without what is not for the channel', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });
    const results = [art(), art({ title: 'Secret', is_mature: true }), art({ is_deleted: true })];
    web.json(`${API}/gallery/all`, { results, has_more: false });

    const shown = await cat.slash('deviantart gallery', { artist: 'cat' });

    expect(shown.text).toContain('Gallery of cat');
    expect(shown.text).toContain(`](${ADDRESS})`);
    expect(shown.text).not.toContain('Secret');
    expect(askedFor(`${API}/gallery/all`)[0]?.url.searchParams.get('mature_content')).toBe('false');
  });

  test('says that there is no such artist, and that DeviantArt wants to be left alone', async () => {
    const cat = (await newGuild()).member({ username: 'cat' });
    web.json(`${API}/gallery/all`, { error: 'invalid_request' }, { status: 400 });
    expect((await cat.slash('deviantart gallery', { artist: 'ghost' })).text).toContain(
      'nobody of this name',
    );
    expect((await cat.slash('deviantart gallery', { artist: 'a b' })).text).toContain(
      '`artist` must be the name',
    );

    web.json(`${API}/gallery/all`, {}, { status: 429, headers: { 'retry-after': '120' } });
    expect((await cat.slash('deviantart gallery', { artist: 'cat' })).text).toContain(
      'try again in 2 minutes',
    );
  });
});

describe('access tokens', () => {
  test('callers at the same time share one, which is kept', async () => {
    const shared = client();

    await Promise.all(
      [1, 2, 3].map(() => shared.deviation(ID.toLowerCase(), { secret: '12:a-client-secret' })),
    );
    await shared.deviation(ID.toLowerCase(), { secret: '12:a-client-secret' });

    const [token, ...more] = askedFor('/oauth2/token');
    expect(more).toEqual([]);
    expect(token?.body).toBe('grant_type=client_credentials&client_id=12&client_secret=a-client-secret');
    expect(askedFor(DEVIATION)[0]?.headers.authorization).toBe('Bearer token-1');
  });

  test('one that ends is replaced, also one that ends early', async () => {
    const asking = client();
    web.json('/oauth2/token', { access_token: 'short', expires_in: 30 });
    await asking.deviation(ID.toLowerCase(), { secret: '12:s' });
    web.json('/oauth2/token', { access_token: 'bad', expires_in: 3_600 });
    await asking.deviation(ID.toLowerCase(), { secret: '12:s' });
    web.answers.set(DEVIATION, ({ headers }) =>
      headers.authorization === 'Bearer good'
        ? { body: JSON.stringify(art()) }
        : { status: 401, body: '{"error":"invalid_token"}' },
    );
    web.json('/oauth2/token', { access_token: 'good', expires_in: 3_600 });

    await expect(asking.deviation(ID.toLowerCase(), { secret: '12:s' })).resolves.toMatchObject({
      artist: 'cat',
    });
  });

  test('credentials that are refused are said to be, and tried again next time', async () => {
    const asking = client();
    web.json('/oauth2/token', { error: 'invalid_client' }, { status: 401 });
    await expect(asking.deviation(ID, { secret: '12:s' })).rejects.toMatchObject({
      identifier: 'integrations.refused-credentials',
    });

    serve();
    await expect(asking.deviation(ID.toLowerCase(), { secret: '12:s' })).resolves.toMatchObject({
      artist: 'cat',
    });
  });
});

test.each([
  [ADDRESS, 'cat/art/The-Inn-123'],
  ['deviantart.com/cat/art/x-1/', 'cat/art/x-1'],
  ['https://www.deviantart.com/cat', undefined],
  ['https://www.deviantart.com.evil.example/cat/art/x-1', undefined],
  ['https://www.deviantart.com/../art/x', undefined],
])('the page of %s is %s', (address, path) => {
  expect(parseDeviationAddress(address)).toBe(path);
});

test.each([
  ['cat', 'cat'],
  ['https://www.deviantart.com/cat/gallery', 'cat'],
  ['a b', undefined],
])('the artist of %s is %s', (typed, artist) => {
  expect(parseArtist(typed)).toBe(artist);
});
