import { SapphireClient } from '@sapphire/framework';
import { expect, test } from 'vitest';
import { hostScene } from '../fixtures/host-scene.ts';

test('a bot answers although another client of Sapphire was made in the process since the last one', async () => {
  await using first = await hostScene();
  await first.start();
  await first.host.stop('another one comes');
  expect(new SapphireClient({ intents: [], baseUserDirectory: null }).isReady()).toBe(false);

  await using second = await hostScene();
  await second.start();
  const { response } = await second.owner.slash('ping');

  expect(JSON.stringify(response?.embeds)).toContain('ms');
});
