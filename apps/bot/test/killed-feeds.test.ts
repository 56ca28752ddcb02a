import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';

const ITEMS = 30;
const PATIENT = { timeout: 60_000, interval: 5 };
const MESSAGES = '/channels/{channel_id}/messages';

test(
  'a kill -9 while a feed is posted, twice, loses nothing, repeats nothing and keeps the order',
  { timeout: 240_000 },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    await using database = await createTestDatabase();
    await using site = await startSite();
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-killed-feeds-'));
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      ALLOW_PRIVATE_ADDRESSES: site.place,
    };
    const { db } = database.handle;
    const guild = sandbox.guilds[0]!;
    const channelId = guild.channel('general')!.id;
    const news = guild.addChannel({ name: 'news' }).id;
    const olivia = sandbox.as(sandbox.user('olivia')!.id, { channelId });
    const posts = () =>
      sandbox.messages(news).map((message) => /Item \d+/.exec(JSON.stringify(message))?.[0]);
    // As if the time had passed for which the killed process is trusted to be at work.
    const endLeases = async () => {
      await sql`update integrations.feeds set leased_until = null`.execute(db);
      await sql`update integrations.feed_targets set leased_until = null`.execute(db);
      await sql`update integrations.feed_deliveries set next_attempt_at = now()`.execute(db);
    };

    const first = BotProcess.start(environment);
    await first.says('Up in');
    await (await olivia.slash('plugins enable', { plugin: 'integrations' })).settled();
    await (
      await olivia.slash('config set', { plugin: 'integrations', key: 'feedCatchUp', value: '50' })
    ).settled();
    await (
      await olivia.slash('feed add', { source: 'rss', target: `http://${site.place}/feed`, channel: news })
    ).settled();
    expect((await sql`select from integrations.feeds`.execute(db)).rows).toHaveLength(1);
    site.publish(ITEMS);
    await sql`update integrations.feed_targets set next_poll_at = now()`.execute(db);
    await vi.waitFor(() => expect(posts().length).toBeGreaterThanOrEqual(5), PATIENT);
    await first.end('SIGKILL');
    expect(posts().length).toBeLessThan(ITEMS);

    // Now Discord takes a post, and its answer gets lost.
    await endLeases();
    const second = BotProcess.start(environment);
    await second.says('Up in');
    await vi.waitFor(() => expect(posts().length).toBeGreaterThanOrEqual(12), PATIENT);
    sandbox.faults.failNext({
      method: 'POST',
      template: MESSAGES,
      status: 500,
      times: 9,
      afterwards: true,
    });
    const before = posts().length;
    await vi.waitFor(() => expect(posts().length).toBeGreaterThan(before), PATIENT);
    await second.end('SIGKILL');
    sandbox.faults.clear();

    await endLeases();
    await using third = BotProcess.start(environment);
    await third.says('Up in');
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{ state: string }>`
          select distinct state from integrations.feed_deliveries`.execute(db);
        expect(rows).toEqual([{ state: 'sent' }]);
      },
      { timeout: 90_000, interval: 100 },
    );

    expect(posts()).toEqual(Array.from({ length: ITEMS }, (_, index) => `Item ${index + 1}`));
    expect(await third.end('SIGTERM')).toBe(0);
    await rm(dataDir, { recursive: true, force: true });
  },
);

/** A site with a feed that holds nothing at first. */
async function startSite() {
  let items = '';
  const server = createServer((_, response) =>
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items}</channel></rss>`,
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // -- it listens on TCP
  return {
    place: `127.0.0.1:${port}`,
    publish(count: number): void {
      items = Array.from({ length: count }, (_, index) => count - index)
        .map(
          (number) =>
            `<item><guid isPermaLink="false">${number}</guid><title>Item ${number}</title><link>https://example.org/item-${number}-of-many</link></item>`,
        )
        .join('');
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
    },
  };
}
