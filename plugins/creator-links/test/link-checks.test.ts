import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { container } from '@sapphire/pieces';
import { contextOf } from '@twi/sdk';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LinkChecks } from '../src/checks/link-checks.ts';
import { probe } from '../src/checks/probe.ts';
import type { CreatorLinksContext } from '../src/context.ts';
import { creatorLinksPlugin } from '../src/index.ts';
import { newScene } from './scene.ts';

type Answer = (request: IncomingMessage) => {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

/** What the web answers by path, and what it was asked. */
const answers = new Map<string, Answer>();
const asked: string[] = [];
let concurrent = 0;
let mostConcurrent = 0;

const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  concurrent += 1;
  mostConcurrent = Math.max(mostConcurrent, concurrent);
  const { status, headers = {}, body = '' } = answers.get(request.url ?? '')?.(request) ?? { status: 200 };
  setTimeout(() => {
    concurrent -= 1;
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  }, 5);
});

let bot: TestBot;
let base: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // -- it listens on TCP
  base = `http://127.0.0.1:${port}`;
  bot = await startTestBot({ plugins: [creatorLinksPlugin], privatePlaces: [`127.0.0.1:${port}`] });
});
beforeEach(() => {
  answers.clear();
  asked.length = 0;
  mostConcurrent = 0;
});
afterEach((each) => bot.explainFailure(each));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  server.close();
});

function context(): CreatorLinksContext {
  const piece = container.stores.get('commands').get('link');
  if (!piece) throw new Error('The plugin is not loaded.');
  return contextOf(piece) as unknown as CreatorLinksContext; // -- the piece is of this plugin
}

/** Checks as the job does, with the web as the local server has it: `https://host/path` is `/host/path` there. */
function checks(): LinkChecks {
  const http = context().http.extend({
    hooks: {
      beforeRequest: [
        (options) => {
          const url = new URL(String(options.url));
          if (url.hostname !== '127.0.0.1') options.url = new URL(`${base}/${url.hostname}${url.pathname}`);
        },
      ],
    },
  });
  return new LinkChecks({ ...context(), http });
}

const never = () => new AbortController().signal;

describe('one address', () => {
  test.each([
    [200, 200, 'alive'],
    [404, 404, 'failing'],
    [410, 410, 'failing'],
    [500, 500, 'failing'],
    [405, 200, 'alive'],
    [404, 200, 'alive'],
    [501, 404, 'failing'],
    [401, 404, 'alive'],
    [403, 404, 'alive'],
    [429, 404, 'alive'],
    [404, 403, 'alive'],
    [500, 429, 'alive'],
    [503, 503, 'unknown'],
    [400, 400, 'alive'],
    [999, 999, 'alive'],
  ])('that answers HEAD with %i and GET with %i is %s', async (head, get, verdict) => {
    answers.set('/page', ({ method }) => ({ status: method === 'HEAD' ? head : get }));

    await expect(probe(context().http, `${base}/page`, never())).resolves.toBe(verdict);
  });

  test('is not read to its end when it is large', async () => {
    answers.set('/large', ({ method }) =>
      method === 'HEAD' ? { status: 405 } : { status: 200, body: 'x'.repeat(2_000_000) },
    );

    await expect(probe(context().http, `${base}/large`, never())).resolves.toBe('alive');
  });

  test('is followed where it moved to', async () => {
    answers.set('/old', () => ({ status: 301, headers: { location: `${base}/gone` } }));
    answers.set('/gone', () => ({ status: 404 }));

    await expect(probe(context().http, `${base}/old`, never())).resolves.toBe('failing');
  });

  test('that cannot be connected to, or leads into a private network, fails', async () => {
    await expect(probe(context().http, 'http://127.0.0.1:1/', never())).resolves.toBe('failing');
    await expect(probe(context().http, 'http://10.0.0.1/', never())).resolves.toBe('failing');
  });

  test('is given up when the bot stops', async () => {
    await expect(probe(context().http, `${base}/page`, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});

/** Lets a day pass and every due link have its turn. */
async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    await checks().run(never());
    await bot.clock.advance('25h');
  }
}

/** Removes every link that other tests left. */
async function removeAll(): Promise<void> {
  await bot.database.handle.db.deleteFrom('creator_links.creator_links').execute();
}

describe('the turn of links', () => {
  test('a link is marked after failing for days, its owner is told, and it is alive again when it answers', async () => {
    await removeAll();
    const { cat, dog } = await newScene(bot);
    answers.set('/example.org/gone', () => ({ status: 404 }));
    await cat.slash('creator-link add', { title: 'Gone', url: 'https://example.org/gone' });

    await days(3);
    expect((await dog.slash('creator-link get', { user: cat })).text).not.toContain('⚠️');
    await days(1);
    expect((await dog.slash('creator-link get', { user: cat })).text).toContain('⚠️ **[Gone]');
    await cat.slash('creator-link get');
    await expect.poll(() => cat.messages.map(textOf).join('\n')).toContain('1 of your links, marked with ⚠️');

    answers.delete('/example.org/gone');
    await days(1);
    expect((await dog.slash('creator-link get', { user: cat })).text).not.toContain('⚠️');
  });

  test('an edited address starts afresh', async () => {
    await removeAll();
    const { cat } = await newScene(bot);
    answers.set('/example.org/gone', () => ({ status: 404 }));
    await cat.slash('creator-link add', { title: 'Gone', url: 'https://example.org/gone' });
    await days(4);

    await cat.slash('creator-link edit', { title: 'Gone', url: 'https://example.org/new' });

    expect((await cat.slash('creator-link get')).text).not.toContain('⚠️');
  });

  test('each run asks a few, never two of one host, and none that another process has in hand', async () => {
    await removeAll();
    const { cat } = await newScene(bot);
    for (const path of ['a', 'b', 'c'])
      await cat.slash('creator-link add', { title: path, url: `https://one.example.org/${path}` });
    for (const host of ['two', 'three', 'four', 'five', 'six'])
      await cat.slash('creator-link add', { title: host, url: `https://${host}.example.org` });

    await checks().run(never());
    expect(asked).toHaveLength(5);
    expect(asked.filter((line) => line.includes('/one.'))).toHaveLength(1);
    expect(mostConcurrent).toBe(1);
    // Two processes at once share what is left.
    await Promise.all([checks().run(never()), checks().run(never())]);
    await checks().run(never());
    await checks().run(never());

    expect(asked).toHaveLength(8);
    expect(new Set(asked).size).toBe(8);
  });

  test('what a process that died had in hand is taken up later', async () => {
    await removeAll();
    const { cat } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'a', url: 'https://one.example.org/a' });
    const dying = new AbortController();
    dying.abort();
    await expect(checks().run(dying.signal)).rejects.toThrow('aborted');

    await checks().run(never());
    expect(asked).toEqual([]);
    await bot.clock.advance('6m');
    await checks().run(never());

    expect(asked).toEqual(['HEAD /one.example.org/a']);
  });

  test('nothing is asked where the server does not want it, where the plugin is off, or of removed links', async () => {
    await removeAll();
    const one = await newScene(bot);
    const other = await newScene(bot);
    await one.cat.slash('creator-link add', { title: 'a', url: 'https://one.example.org' });
    await other.cat.slash('creator-link add', { title: 'a', url: 'https://two.example.org' });
    await other.dog.slash('creator-link add', { title: 'b', url: 'https://three.example.org' });
    await other.dog.slash('creator-link remove', { title: 'b' });
    await one.guild.owner.slash('config set', { plugin: 'creator-links', key: 'checkLinks', value: 'no' });
    await other.guild.owner.slash('plugins disable', { plugin: 'creator-links' });

    await days(2);

    expect(asked).toEqual([]);
  });

  test('the job of the plugin runs the checks', async () => {
    await removeAll();
    const { cat, guild } = await newScene(bot);
    await cat.slash('creator-link add', { title: 'a', url: 'https://one.example.org' });
    await guild.owner.slash('config set', { plugin: 'creator-links', key: 'checkLinks', value: 'no' });

    await bot.jobs.run('creator-links/check-links');

    const rows = await bot.database.handle.db
      .selectFrom('creator_links.link_checks')
      .select(['claimedUntil', 'nextAt'])
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.claimedUntil).toBeNull();
    expect(rows[0]?.nextAt.getTime()).toBeGreaterThan(Date.now());
  });
});
