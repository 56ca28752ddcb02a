import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ApplicationCommandRegistries } from '@sapphire/framework';
import { container } from '@sapphire/pieces';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { notesPlugin } from '../fixtures/notes-plugin.ts';

const run = promisify(execFile);
const WAIT = { timeout: 5_000 };

/** Puts the plugin where a person would, and returns the options that they would set. */
const WAYS = {
  async 'a folder of TypeScript outside the repository'({ directory }: HostScene) {
    await directory.write(notesPlugin('somewhere/notes', 'ts'));
    return { pluginPaths: [`${directory.path}/somewhere`] };
  },
  async 'an installed package of JavaScript'({ directory }: HostScene) {
    await directory.write(notesPlugin('source', 'js'));
    const target = `${directory.path}/app/node_modules/plugin-notes`;
    const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts'], {
      cwd: `${directory.path}/source`,
    });
    await run('mkdir', ['-p', target]);
    await run('tar', [
      '-xzf',
      `${directory.path}/source/${stdout.trim()}`,
      '-C',
      target,
      '--strip-components=1',
    ]);
    await directory.write({ 'app/package.json': { name: 'app', dependencies: { 'plugin-notes': '1.0.0' } } });
    return {};
  },
};

/** What a process holds that plugins add to. */
function holdings({ host }: HostScene): Record<string, unknown> {
  return {
    pieces: [...container.stores.values()].flatMap((store) =>
      [...store.keys()].map((name) => `${store.name}/${name}`),
    ),
    aliases: [...container.stores.get('commands').aliases.keys()],
    globalPreconditions: container.stores.get('preconditions')['globalPreconditions'].length,
    registries: [...ApplicationCommandRegistries.registries.keys()],
    listeners: host.client.eventNames().map((event) => [String(event), host.client.listenerCount(event)]),
    maxListeners: host.client.getMaxListeners(),
    container: Object.keys(container),
    caches: host.database.cache.stats().map(({ name }) => name),
  };
}

describe.each(Object.entries(WAYS))('a plugin that is %s', (_way, install) => {
  let scene: HostScene;
  beforeAll(async () => {
    scene = await hostScene();
    await scene.start({ ...(await install(scene)), httpPort: 0 });
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const count = async (): Promise<unknown> => {
    const url = `http://127.0.0.1:${scene.host.httpPort}/plugins/notes/count/${scene.guild.id}`;
    const response = await fetch(url);
    return response.ok ? response.json() : response.status;
  };

  test('is loaded and off, and nothing of it runs', async () => {
    expect(scene.host.plugins.get('notes')?.failure?.reason).toBeUndefined();
    expect(scene.host.plugins.get('notes')?.state).toBe('loaded');
    await scene.owner.send('nobody listens');

    expect(scene.owner.commands().map(({ name }) => name)).not.toContain('note');
    expect(await count()).toBe(404);
  });

  test('answers its command from its own table, with its settings', async () => {
    await scene.enable('notes');

    expect((await scene.owner.slash('note', { text: 'milk' })).response?.content).toBe('Noted: milk');
    expect(await count()).toBe(1);
  });

  test('refuses through its precondition', async () => {
    const { response } = await scene.owner.slash('note', { text: 'rude' });

    expect(response?.embeds[0]?.description).toBe('Be polite.');
    expect(await count()).toBe(1);
  });

  test('hears messages, runs jobs, answers context menus and buttons', async () => {
    const message = await scene.owner.send('eggs');
    await expect.poll(count, WAIT).toBe(2);

    await scene.owner.slash('note', { text: 'bread', later: true });
    await expect.poll(count, WAIT).toBe(3);

    expect((await scene.owner.contextMenu('Note message', { messageId: message.id })).response?.content).toBe(
      'Noted: eggs',
    );
    const { response } = await scene.owner.slash('note', { text: 'jam' });
    if (!response) throw new Error('There is no message with the button.');
    expect((await scene.owner.click(response, 'Clear')).response?.content).toBe('Cleared all.');
  });

  test('leaves nothing when it is unloaded, and is whole again when it is loaded', async () => {
    const loaded = holdings(scene);
    await scene.host.plugins.unload('notes');
    const empty = holdings(scene);
    const ticks: unknown = Reflect.get(globalThis, 'notesTicks');
    await sleep(50);

    expect(JSON.stringify(empty)).not.toContain('note');
    expect(JSON.stringify(loaded)).toContain('note');
    expect(ticks).toBeGreaterThan(0);
    expect(Reflect.get(globalThis, 'notesTicks')).toBe(ticks);
    expect(await count()).toBe(404);
    await expect.poll(() => scene.owner.commands().map(({ name }) => name), WAIT).not.toContain('note');

    await scene.host.plugins.load('notes');
    expect(holdings(scene)).toEqual(loaded);
    await scene.host.plugins.unload('notes');
    expect(holdings(scene)).toEqual(empty);
    await scene.host.plugins.load('notes');

    await expect.poll(() => scene.owner.commands().map(({ name }) => name), WAIT).toContain('note');
    expect((await scene.owner.slash('note', { text: 'tea' })).response?.content).toBe('Noted: tea');
  });
});
