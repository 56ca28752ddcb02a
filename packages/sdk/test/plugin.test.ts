import { container } from '@sapphire/pieces';
import { Listener } from '@sapphire/framework';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contextOf, defineJob, definePlugin, isPlugin, snowflake } from '../src/index.ts';

const greet = defineJob({
  data: z.object({ guildId: snowflake, name: z.string() }),
  run: async ({ data }) => void data.name.toUpperCase(),
});

test('what it makes is recognised, what only looks like it is not', () => {
  const manifest = { id: 'hailer', title: 'Greeter', description: 'Says hello.' };

  expect(isPlugin(definePlugin(manifest))).toBe(true);
  expect(isPlugin(manifest)).toBe(false);
  expect(isPlugin(undefined)).toBe(false);
});

test('a manifest cannot be changed afterwards', () => {
  const plugin = definePlugin({ id: 'hailer', title: 'Greeter', description: 'Says hello.' });

  expect(() => Object.assign(plugin, { id: 'other' })).toThrow(TypeError);
});

test('types the context by the settings and jobs of the same manifest', () => {
  const plugin = definePlugin({
    id: 'hailer',
    title: 'Greeter',
    description: 'Says hello.',
    settings: z.strictObject({ loud: z.boolean().default(false) }),
    jobs: { greet },
    async setup({ settings, jobs }) {
      const { loud } = await settings.get('1');
      const isLoud: boolean = loud;
      await jobs.send('greet', { guildId: '1', name: String(isLoud) });
      // @ts-expect-error -- the manifest lists no such job
      await jobs.send('part', {});
      // @ts-expect-error -- the name is missing
      await jobs.send('greet', { guildId: '1' });
    },
  });

  expect(Object.keys(plugin.jobs ?? {})).toEqual(['greet']);
});

test('a piece that the host did not load has no context, and the error names it', () => {
  container.pluginContexts = new WeakMap();
  class Stray extends Listener {
    override run(): void {}
  }
  const stray = new Stray(
    { root: '/', path: '/', name: 'stray', store: Object.create(null) },
    { event: 'ready' },
  );

  expect(() => contextOf(stray)).toThrow('The piece "stray" was not loaded by the plugin host.');
});

test.each(['123', '', 'abc', '123456789012345678901'])('"%s" is not a snowflake', (id) => {
  expect(snowflake.safeParse(id).success).toBe(false);
});
