import { Command } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const SOON = { timeout: 10_000 };

class TearCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Tears.' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override chatInputRun(): never {
    throw new TypeError('It is torn.');
  }
}

const torn = definePlugin({
  id: 'torn',
  title: 'Torn',
  description: 'Fails.',
  pieces: { commands: { tear: TearCommand } },
});

let scene: HostScene;
let channelId: string;

beforeAll(async () => {
  scene = await hostScene();
  channelId = scene.guild.addChannel({ name: 'operators' }).id;
  await scene.start({
    givenPlugins: [{ plugin: torn }],
    errorChannelId: channelId,
    ownerGuildId: scene.guild.id,
  });
  await scene.enable('torn');
}, 60_000);
afterAll(() => scene[Symbol.asyncDispose]());

test('when errors pile up, the operators’ channel is told once', async () => {
  // A plugin that fails too often is paused, so its errors of before are there already.
  await scene.owner.slash('tear');
  const { db } = scene.database.handle;
  await vi.waitFor(async () => {
    const rows = await db.selectFrom('core.error_logs').selectAll().execute();
    expect(rows).toHaveLength(1);
    const [row] = rows;
    if (!row) return;
    const { id: _id, ...values } = row;
    await db
      .insertInto('core.error_logs')
      .values(Array.from({ length: 8 }, () => values))
      .execute();
  }, SOON);
  expect(scene.sandbox.messages(channelId)).toEqual([]);

  await scene.owner.slash('tear');

  await vi.waitFor(() => expect(scene.sandbox.messages(channelId)).toHaveLength(1), SOON);
  const [notice] = scene.sandbox.messages(channelId);
  expect(notice?.embeds[0]?.title).toBe('Errors pile up');
  expect(notice?.embeds[0]?.description).toMatch(
    /\*\*torn\*\* failed 10 times within 5 minutes\.\nMost often \(10 times\) `[\da-f]{8}`: TypeError: It is torn\./,
  );
});
