import { AddressRefusedError, UpstreamError, UserError } from '@twi/sdk';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Ao3Client } from '../src/ao3/ao3-client.ts';
import { integrationsPlugin } from '../src/index.ts';
import { authorPage, blurb, seriesPage, UNREVEALED_PAGE, WARNING_PAGE, workPage } from './ao3-pages.ts';
import { pluginContext } from './plugin-context.ts';
import { Web } from './web.ts';

let web: Web;
let bot: TestBot;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({
    plugins: [integrationsPlugin],
    privatePlaces: [web.place],
    serviceAddresses: { ao3: web.base },
  });
});
beforeEach(() => web.reset());
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

/** A client that does not wait for its turn. */
function client(): Ao3Client {
  return new Ao3Client(pluginContext().http, { base: web.base, rate: { requests: 100, perMs: 1_000 } });
}

const work = (id = '1') => client().work({ kind: 'work', id });

async function refusalOf(asking: Promise<unknown>): Promise<string> {
  const error: unknown = await asking.catch((cause: unknown) => cause);
  if (!(error instanceof UserError)) throw new Error(`That is no refusal: ${String(error)}`);
  return error.identifier;
}

describe('reading a work', () => {
  test('finds what the page tells, and says what it is', async () => {
    web.page(
      '/works/1',
      workPage({ summary: '<p>A <em>girl</em><br>runs.</p><p>She stays &amp; cooks.</p>' }),
    );

    await expect(work()).resolves.toEqual({
      id: '1',
      title: 'The Inn',
      authors: [{ name: 'cat', url: `${web.base}/users/cat/pseuds/cat` }],
      rating: 'General Audiences',
      warnings: ['No Archive Warnings Apply'],
      categories: ['Gen'],
      fandoms: ['Innkeepers'],
      relationships: [],
      characters: ['Erin'],
      tags: ['Tea & Cake'],
      language: 'English',
      words: 12_345,
      chapters: { posted: 1, planned: 1 },
      kudos: 1_024,
      publishedAt: new Date('2024-01-02T00:00:00Z'),
      updatedAt: new Date('2024-01-02T00:00:00Z'),
      summary: 'A girl\nruns.\n\nShe stays & cooks.',
    });
    expect(web.asked[0]?.headers['user-agent']).toContain('bot');
  });

  test('of several chapters takes the summary of the whole, and the day of the last chapter', async () => {
    const page = { chapters: '3/?', status: '2024-05-06', chapterSummary: '<p>Of the chapter.</p>' };
    web.page('/works/1/chapters/9', workPage({ ...page, summary: '<p>Of the work.</p>' }));
    web.page('/works/2', workPage(page));
    web.answers.set('/works/1', () => ({ status: 302, headers: { location: '/works/1/chapters/9' } }));

    await expect(work()).resolves.toMatchObject({
      chapters: { posted: 3, planned: undefined },
      updatedAt: new Date('2024-05-06T00:00:00Z'),
      summary: 'Of the work.',
    });
    expect((await work('2')).summary).toBeUndefined();
  });

  test('agrees to adult content, again where a redirect forgot it', async () => {
    web.answers.set('/works/1', () => ({ status: 302, headers: { location: '/works/1/chapters/9' } }));
    web.answers.set('/works/1/chapters/9', ({ url }) => ({
      body: url.searchParams.get('view_adult') === 'true' ? workPage({ rating: 'Explicit' }) : WARNING_PAGE,
    }));

    await expect(work()).resolves.toMatchObject({ rating: 'Explicit' });
  });

  test('of nobody, of several, of who left, and without words is a work all the same', async () => {
    web.page('/works/1', workPage({ authors: [], words: '' }));
    const left = { href: '/users/orphan_account/pseuds/orphan_account', name: 'orphan_account' };
    web.page('/works/2', workPage({ authors: [left, { href: '/users/b', name: 'kit (b)' }] }));

    await expect(work('1')).resolves.toMatchObject({ authors: [], words: undefined });
    expect((await work('2')).authors.map(({ name }) => name)).toEqual(['orphan_account', 'kit (b)']);
  });

  test.each([
    ['that was deleted', { status: 404 }, 'integrations.no-such-work'],
    [
      'for people with an account',
      { status: 302, headers: { location: '/users/login?restricted=true' } },
      'integrations.work-restricted',
    ],
    ['that is not revealed', { body: UNREVEALED_PAGE }, 'integrations.work-unrevealed'],
    ['too often', { status: 429, headers: { 'retry-after': '300' } }, 'integrations.busy-until'],
    [
      'too often, without saying until when',
      { status: 429, headers: { 'retry-after': 'soon' } },
      'integrations.busy',
    ],
  ])('%s is refused in words', async (_, answer, identifier) => {
    web.page('/users/login', '<form></form>');
    web.answers.set('/works/1', () => answer);

    await expect(refusalOf(work())).resolves.toBe(identifier);
  });

  test.each([
    ['502', { status: 502 }],
    ['525', { status: 525 }],
    ['another page', { body: '<h1>Maintenance</h1>' }],
    ['a page with other markup', { body: workPage({ chapters: 'many' }) }],
    ['a redirect without end', { status: 302, headers: { location: '/works/1' } }],
  ])('that is answered with %s is no fault of the person', async (_, answer) => {
    web.answers.set('/works/1', () => answer);

    await expect(work()).rejects.toBeInstanceOf(UpstreamError);
  });

  test('that leads into a private network is not followed', async () => {
    web.answers.set('/works/1', () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } }));

    await expect(work()).rejects.toBeInstanceOf(AddressRefusedError);
  });

  test('waits for its turn', async () => {
    web.page('/works/1', workPage());
    const polite = new Ao3Client(pluginContext().http, { base: web.base, rate: { requests: 1, perMs: 200 } });

    const began = performance.now();
    await Promise.all([1, 2, 3].map(() => polite.work({ kind: 'work', id: '1' })));

    expect(performance.now() - began).toBeGreaterThanOrEqual(390);
  });
});

describe('/ao3', () => {
  test('shows a work to everybody, and asks for it once', async () => {
    const guild = await bot.guild({ enable: ['integrations'] });
    const cat = guild.member({ username: 'cat' });
    const tags = Array.from({ length: 75 }, (_, index) => `A rather long tag, number ${index} *of* all`);
    web.page(
      '/works/11',
      workPage({ title: 'The [Inn](x) <@1>', tags, summary: `<p>${'word '.repeat(900)}</p>` }),
    );

    const shown = await cat.slash('ao3 work', { url: 'https://archiveofourown.org/works/11/chapters/5#x' });
    const again = await cat.slash('ao3 work', { url: 'ao3.org/collections/some/works/11' });

    expect(shown.isEphemeral).toBe(false);
    expect(shown.text).toContain(String.raw`The \[Inn\](x) \<@1\>`);
    expect(shown.text).toContain('12,345');
    expect(shown.text).toContain('Jan 2, 2024');
    expect(shown.text).toMatch(/and \d+ more/);
    expect(again.text).toBe(shown.text);
    expect(web.asked).toHaveLength(1);
  });

  test('shows what is for adults in age-restricted channels, as the server chose', async () => {
    const guild = await bot.guild({ enable: ['integrations'] });
    const cat = guild.member({ username: 'cat' });
    const adults = guild.sandbox.addChannel({ name: 'adults', nsfw: true });
    web.page('/works/12', workPage({ rating: 'Mature', summary: '<p>Secret.</p>' }));
    const url = 'https://archiveofourown.org/works/12';

    const hidden = await cat.slash('ao3 work', { url });
    const full = await cat.in(adults).slash('ao3 work', { url });
    await guild.owner.slash('config set', {
      plugin: 'integrations',
      key: 'ao3AgeRestricted',
      value: 'explicit',
    });
    const allowed = await cat.slash('ao3 work', { url });

    expect(hidden.text).toContain('only in age-restricted channels');
    expect(hidden.text).not.toContain('Secret');
    expect(hidden.text).not.toContain('Tea');
    expect(full.text).toContain('Secret');
    expect(allowed.text).toContain('Secret');
  });

  test('lists a series and an author, and leaves out what is not for the channel', async () => {
    const guild = await bot.guild({ enable: ['integrations'] });
    const cat = guild.member({ username: 'cat' });
    const works = [blurb(1, 'One'), blurb(2, 'Two', 'Explicit'), '<li class="work blurb">Mystery Work</li>'];
    web.page('/series/7', seriesPage(works));
    web.page('/users/cat/works', authorPage('1 - 20 of 1,057 Works', works));

    const series = await cat.slash('ao3 series', { url: 'https://archiveofourown.org/series/7' });
    const author = await cat.slash('ao3 author', { url: 'https://archiveofourown.org/users/cat/profile' });

    expect(series.text).toContain('Tales of the Inn');
    expect(series.text).toContain('All of them.');
    expect(series.text).toContain('54,321');
    expect(series.text).toContain('[One](https://archiveofourown.org/works/1)');
    expect(series.text).not.toContain('Two');
    expect(series.text).toContain('1 work is shown only in age-restricted channels.');
    expect(author.text).toContain('1,057');
    expect(author.text).toContain('[One]');
  });

  test.each([
    ['work', 'https://example.org/works/1', '`url` must be a work on AO3'],
    ['work', 'https://archiveofourown.org/series/1', '`url` must be a work on AO3'],
    ['series', 'nonsense', '`url` must be a series on AO3'],
    ['author', 'https://archiveofourown.org.evil.example/users/cat', '`url` must be an author on AO3'],
    ['author', 'https://archiveofourown.org/users/..%2Fadmin', '`url` must be an author on AO3'],
    ['author', 'https://archiveofourown.org/users/ghost', 'There is no such author on AO3'],
  ])('%s refuses %s', async (subcommand, url, words) => {
    const guild = await bot.guild({ enable: ['integrations'] });

    const refused = await guild.member({ username: 'cat' }).slash(`ao3 ${subcommand}`, { url });

    expect(refused.text).toContain(words);
  });
});
