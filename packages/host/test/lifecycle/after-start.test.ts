import { Listener } from '@sapphire/framework';
import { defineJob, definePlugin } from '@twi/sdk';
import { Events } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const WAIT = { timeout: 15_000 };

let scene: HostScene;
/** What the plugin did, and whether the bot was up then. */
let done: [string, boolean][] = [];

const note = (what: string): void => {
  done.push([what, scene.log.some((line) => line.includes('Up in'))]);
};

class CatchUpListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override run(shardId: number): void {
    note(`caught up with shard ${shardId}`);
  }
}

class BeginListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ClientReady, once: true });
  }

  override run(): void {
    note('began');
  }
}

const work = defineJob({
  data: z.object({ from: z.string() }),
  run: async ({ data }) => note(`worked for ${data.from}`),
});

const plugin = definePlugin({
  id: 'busy',
  title: 'Busy',
  description: 'Has much to do.',
  jobs: { work },
  pieces: { listeners: { 'catch-up': CatchUpListener, begin: BeginListener } },
  setup: async (context) => {
    context.after(1, () => note('a timer rang'));
    await context.jobs.send('work', { from: 'set-up' });
    return {};
  },
});

beforeAll(async () => {
  scene = await hostScene();
});
afterAll(() => scene[Symbol.asyncDispose]());

test.each(['the first start', 'a later start'])('at %s, plugins catch up once the bot is up', async () => {
  done = [];
  scene.log.length = 0;
  const host = await scene.start({ givenPlugins: [{ plugin }] });

  await vi.waitFor(() => expect(done).toHaveLength(4), WAIT);
  expect(done).toContainEqual(['caught up with shard 0', true]);
  expect(done).toContainEqual(['began', true]);
  expect(done).toContainEqual(['a timer rang', true]);
  expect(done.map(([what]) => what)).toContain('worked for set-up');
  await host.stop('it is started again');
});

test('a session that begins later is caught up with at once', async () => {
  done = [];
  const host = await scene.start({ givenPlugins: [{ plugin }] });
  await vi.waitFor(() => expect(done).toHaveLength(4), WAIT);

  host.client.emit(Events.ShardReady, 7, undefined);

  await vi.waitFor(() => expect(done).toContainEqual(['caught up with shard 7', true]), WAIT);
  await host.stop('the test is over');
});
