import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';
import { TwitterClient } from '../src/twitter/twitter-client.ts';
import { parseHandle, parsePostAddress } from '../src/twitter/twitter-address.ts';
import { picturesOf } from './pictures-of.ts';
import { pluginContext } from './plugin-context.ts';
import { Web } from './web.ts';

const URL_OF_POST = 'https://x.com/cat/status/123';
const PROBLEM = 'https://api.twitter.com/2/problems';

const cat = {
  id: '7',
  name: 'Cat *bold*',
  username: 'cat',
  description: 'I post.',
  protected: false,
  public_metrics: { followers_count: 1_234, following_count: 5, tweet_count: 99 },
};

function tweet(id: string, more: object = {}): object {
  return {
    id,
    text: `Post ${id} &amp; @everyone`,
    author_id: '7',
    created_at: '2024-03-05T10:00:00.000Z',
    public_metrics: { like_count: 1, retweet_count: 2, reply_count: 0, quote_count: 0 },
    ...more,
  };
}

const picture = (key: string) => ({
  media_key: key,
  type: 'photo',
  url: `https://pbs.example.org/${key}.jpg`,
});

let web: Web;
let bot: TestBot;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({
    plugins: [integrationsPlugin],
    privatePlaces: [web.place],
    serviceSecrets: { twitter: 'a-bearer-token' },
    serviceAddresses: { twitter: `${web.base}/` },
  });
});
beforeEach(() => web.reset());
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

async function newMember(): Promise<TestMember> {
  const guild = await bot.guild({ enable: ['integrations'] });
  return guild.member({ username: 'cat' });
}

describe('/twitter post', () => {
  test('shows a post with its author, its line breaks and its pictures', async () => {
    const member = await newMember();
    web.json('/2/tweets/123', {
      data: tweet('123', {
        attachments: { media_keys: ['b', 'a'] },
        note_tweet: { text: 'The whole\nof a long post' },
      }),
      includes: { users: [cat], media: [picture('a'), picture('b')] },
    });

    const shown = await member.slash('twitter post', {
      url: 'https://mobile.twitter.com/cat/status/123?s=20',
    });

    expect(shown.text).toContain(String.raw`Cat \*bold\* (@cat)`);
    expect(shown.text).toContain('The whole\nof a long post');
    expect(shown.text).toContain('1 like · 2 reposts · 0 replies');
    expect(picturesOf(shown)).toEqual(['https://pbs.example.org/b.jpg', 'https://pbs.example.org/a.jpg']);
    expect(shown.buttons).toEqual(['Open on X']);
    expect(web.asked[0]?.headers.authorization).toBe('Bearer a-bearer-token');
    expect(web.asked[0]?.url.searchParams.get('expansions')).toBe('author_id,attachments.media_keys');
  });

  test('shows a sensitive post only in age-restricted channels', async () => {
    const guild = await bot.guild({ enable: ['integrations'] });
    const member = guild.member({ username: 'cat' });
    const adults = guild.sandbox.addChannel({ name: 'adults', nsfw: true });
    web.json('/2/tweets/123', {
      data: tweet('123', { possibly_sensitive: true }),
      includes: { users: [cat] },
    });

    const hidden = await member.slash('twitter post', { url: URL_OF_POST });
    const shown = await member.in(adults).slash('twitter post', { url: URL_OF_POST });

    expect(hidden.text).not.toContain('Post 123');
    expect(hidden.text).toContain('marked as sensitive');
    expect(shown.text).toContain('Post 123 & @\u200Beveryone');
  });

  test.each([
    [
      'deleted',
      { errors: [{ type: `${PROBLEM}/resource-not-found`, detail: 'Could not find tweet' }] },
      'no such post',
    ],
    [
      'protected',
      { errors: [{ type: `${PROBLEM}/not-authorized-for-resource`, detail: 'Sorry' }] },
      'is protected',
    ],
    [
      'of a suspended account',
      { errors: [{ type: `${PROBLEM}/resource-not-found`, detail: 'User has been suspended: [7].' }] },
      'suspended',
    ],
    ['without its author', { data: tweet('123') }, 'no such post'],
    ['of another shape', { data: { id: 5 } }, 'X is not answering'],
  ])('says in words that a post is %s', async (_, body, words) => {
    const member = await newMember();
    web.json('/2/tweets/123', body);

    expect((await member.slash('twitter post', { url: URL_OF_POST })).text).toContain(words);
  });

  test.each([
    [401, {}, 'does not accept the credentials'],
    [404, {}, 'no such post'],
    [429, { 'x-rate-limit-reset': String(Math.floor(Date.now() / 1_000) + 590) }, 'try again in 10 minutes'],
    [503, {}, 'X is not answering'],
  ])('says in words what %i means, and asks no more than it should', async (status, headers, words) => {
    const member = await newMember();
    web.json('/2/tweets/123', { title: 'a-bearer-token' }, { status, headers });

    const refused = await member.slash('twitter post', { url: URL_OF_POST });

    expect(refused.text).toContain(words);
    expect(refused.text).not.toContain('a-bearer-token');
    expect(bot.logs.join('\n')).not.toContain('a-bearer-token');
    expect(web.asked.length).toBe(status === 503 ? 2 : 1);
  });
});

describe('/twitter user', () => {
  test('shows an account and its last posts', async () => {
    const member = await newMember();
    web.json('/2/users/by/username/cat', { data: cat });
    web.json('/2/users/7/tweets', {
      data: [tweet('2'), tweet('1', { possibly_sensitive: true })],
      includes: { users: [cat] },
    });

    const shown = await member.slash('twitter user', { handle: '@cat' });

    expect(shown.text).toContain('I post.');
    expect(shown.text).toContain('1,234');
    expect(shown.text).toContain('https://x.com/cat/status/2');
    expect(shown.text).not.toContain('Post 1');
    expect(shown.text).toContain('1 post is shown only in age-restricted channels.');
    expect(web.asked[1]?.url.searchParams.get('exclude')).toBe('replies,retweets');
  });

  test('says of a protected account what it is, and asks for nothing of it', async () => {
    const member = await newMember();
    web.json('/2/users/by/username/cat', { data: { ...cat, protected: true } });

    expect((await member.slash('twitter user', { handle: 'cat' })).text).toContain(
      'This account is protected',
    );
    expect(web.asked).toHaveLength(1);
  });

  test('refuses what is no handle, and what nobody has', async () => {
    const member = await newMember();
    const suspended = { type: `${PROBLEM}/resource-not-found`, detail: 'User has been suspended: [dog].' };
    web.json('/2/users/by/username/dog', { errors: [suspended] });
    web.json('/2/users/by/username/ghost', { errors: [{ detail: 'Could not find user' }] });

    expect((await member.slash('twitter user', { handle: 'a b' })).text).toContain(
      '`handle` must be the name',
    );
    expect((await member.slash('twitter user', { handle: 'dog' })).text).toContain(
      'X has suspended this account.',
    );
    expect((await member.slash('twitter user', { handle: 'ghost' })).text).toContain('no such account');
    expect(web.asked).toHaveLength(2);
  });
});

test('a timeline is read since a post', async () => {
  web.json('/2/users/7/tweets', { meta: { result_count: 0 } });
  const client = new TwitterClient(pluginContext().http, web.base);

  await expect(client.timeline('7', { token: 'a-bearer-token', since: '99' })).resolves.toEqual([]);
  expect(web.asked[0]?.url.searchParams.get('since_id')).toBe('99');
});

test.each([
  ['https://x.com/cat/status/123', '123'],
  ['<https://twitter.com/cat/status/123/photo/1>', '123'],
  ['vxtwitter.com/i/status/123', '123'],
  ['https://x.com/i/web/status/123', '123'],
  ['https://x.com/cat', undefined],
  ['https://x.com.evil.example/cat/status/123', undefined],
  ['https://x.com/cat/status/12a', undefined],
  ['', undefined],
])('the post of %s is %s', (address, id) => {
  expect(parsePostAddress(address)).toBe(id);
});

test.each([
  ['@cat', 'cat'],
  ['https://x.com/cat/media', 'cat'],
  ['sixteen_letters_', undefined],
  ['../admin', undefined],
])('the handle of %s is %s', (typed, handle) => {
  expect(parseHandle(typed)).toBe(handle);
});
