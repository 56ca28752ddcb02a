import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';

const PATIENT = { timeout: 60_000, interval: 20 };
/** Longer than all the waiting in it together, so that what was awaited in vain is named. */
const TIMEOUT_MS = 360_000;

test(
  'a kill -9 while Discord takes a repost leaves one post, which another process records',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    await using database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-killed-repost-'));
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
    };
    const { db } = database.handle;
    const guild = sandbox.guilds[0]!;
    const channelId = guild.channel('general')!.id;
    const as = (name: string) => sandbox.as(sandbox.user(name)!.id, { channelId });
    const art = guild.addChannel({ name: 'art' }).id;
    const message = await as('bob').send('A poem by Bob');

    const first = BotProcess.start(environment);
    await first.says('Up in');
    await (await as('olivia').slash('plugins enable', { plugin: 'gallery' })).settled();
    await (await as('olivia').slash('gallery-admin channel add', { channel: art })).settled();
    const olivia = as('olivia');
    const menu = { messageId: message.id };
    const { response: panel } = await (await olivia.contextMenu('Repost to gallery', menu)).settled();
    const { modal } = await olivia.click(panel!, 'Continue');
    const { response: preview } = await (await olivia.submit(modal, { rating: 'everybody' })).settled();
    // Discord takes the post, and its answer gets lost.
    const template = '/channels/{channel_id}/messages';
    sandbox.faults.failNext({ method: 'POST', template, status: 500, times: 9, afterwards: true });
    void olivia.click(preview!, 'Post');
    await vi.waitFor(() => expect(sandbox.messages(art)).toHaveLength(1), PATIENT);
    await first.end('SIGKILL');
    sandbox.faults.clear();
    const drafts = async () =>
      (await sql<{ state: string }>`select state from gallery.repost_drafts`.execute(db)).rows;
    expect(await drafts()).toEqual([{ state: 'posting' }]);
    // As if the time had passed for which the killed process is trusted to be at work.
    await sql`update gallery.repost_drafts set claimed_until = now()`.execute(db);

    await using second = BotProcess.start(environment);
    await second.says('Up in');
    // Instead of the minute until it runs by itself.
    await sql`
      insert into pgboss.job (name, data)
      values ('gallery/settle-reposts', '{"data": {}, "deferrals": 0}')`.execute(db);
    await vi.waitFor(async () => expect(await drafts()).toEqual([{ state: 'posted' }]), PATIENT);

    const { rows } = await sql<{ number: number; posted: string }>`
      select number, posted_message_id::text as posted from gallery.items`.execute(db);
    expect(rows).toEqual([{ number: 1, posted: sandbox.messages(art)[0]?.id }]);
    expect(sandbox.messages(art)).toHaveLength(1);
    expect(await second.end('SIGTERM')).toBe(0);
    await rm(dataDir, { recursive: true, force: true });
  },
);
