import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PluginRegistry } from '../../src/lifecycle/plugin-registry.ts';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { pluginPackage } from '../fixtures/temporary-directory.ts';

const WAIT = { timeout: 5_000 };

let scene: HostScene;
let plugins: PluginRegistry;

/** A plugin whose command `/<id>` answers with `answer` and the text of its service. */
async function writePlugin(
  id: string,
  {
    answer = 'first',
    fields = {},
    setup = '() => undefined',
    more = '',
  }: {
    readonly answer?: string;
    readonly fields?: Record<string, unknown>;
    readonly setup?: string;
    readonly more?: string;
  } = {},
): Promise<void> {
  await scene.directory.write({
    [`plugins/${id}/package.json`]: pluginPackage(id, fields),
    [`plugins/${id}/answer.ts`]: `export const answer: string = '${answer}';`,
    [`plugins/${id}/index.ts`]: `
      import { Command } from '@sapphire/framework';
      import { definePlugin } from '@twi/sdk';
      import { answer } from './answer.ts';
      class AnswerCommand extends Command {
        constructor(context: Command.LoaderContext) { super(context, { description: 'Answers.' }); }
        override registerApplicationCommands(registry: Command.Registry) {
          registry.registerChatInputCommand({ name: this.name, description: this.description });
        }
        override async chatInputRun(interaction: Command.ChatInputCommandInteraction) { await interaction.reply(answer); }
      }
      export const plugin = definePlugin({
        id: '${id}', title: '${id}', description: 'Answers.', pieces: { commands: { '${id}': AnswerCommand } },
        setup: ${setup}, ${more}
      });
    `,
  });
}

const answerOf = async (id: string): Promise<string | undefined> =>
  (await scene.owner.slash(id)).response?.content;

const commandNames = (): string[] => scene.owner.commands().map(({ name }) => name);

beforeAll(async () => {
  scene = await hostScene();
  await writePlugin('base');
  await writePlugin('middle', { fields: { twi: { id: 'middle', requires: { base: '^1.0.0' } } } });
  await writePlugin('top', {
    fields: { twi: { id: 'top', requires: { middle: '*' }, optional: { other: '*' } } },
  });
  await writePlugin('other');
  ({ plugins } = await scene.start({ pluginPaths: [`${scene.directory.path}/plugins`] }));
  await scene.enable('base', 'middle', 'top', 'other', 'late');
});
afterAll(() => scene[Symbol.asyncDispose]());
beforeEach(async () => {
  // What the test before has changed may still be on its way to Discord.
  await scene.host.reconciler.reconcileGuild(scene.guild.id);
});

test('knows who builds on whom, in the order of loading and of unloading', () => {
  expect(plugins.dependenciesOf('top')).toEqual(['base', 'middle', 'other']);
  expect(plugins.dependantsOf('base')).toEqual(['top', 'middle']);
  expect(plugins.dependantsOf('other')).toEqual([]);
});

test('refuses to unload a plugin that others require, and names them', async () => {
  await expect(plugins.unload('base')).rejects.toThrow(
    'The plugin "base" is required by "top", "middle"; unload them too, or first.',
  );
});

test('unloads dependants first when it is told to, and does not load them without what they require', async () => {
  const seen: string[] = [];
  const end = plugins.onChange(
    (changed) => void seen.push(changed.map(({ id, state }) => `${id} ${state}`).join()),
  );

  await plugins.unload('base', { withDependants: true });
  const middle = await plugins.load('middle');

  expect(middle).toMatchObject({
    state: 'failed',
    failure: {
      step: 'order',
      reason: 'The plugin "middle" requires "base", which stays out: it is not loaded.',
    },
  });
  await plugins.load('base');
  await plugins.load('middle');
  await plugins.load('top');
  end();
  expect(seen).toEqual([
    'top unloaded,middle unloaded,base unloaded',
    'middle failed',
    'base loaded',
    'middle loaded',
    'top loaded',
  ]);
});

test.each([
  ['load', 'base', 'The plugin "base" is loaded already.'],
  ['load', 'nothing', 'There is no plugin "nothing".'],
  ['unload', 'nothing', 'There is no plugin "nothing".'],
  ['reload', 'nothing', 'There is no plugin "nothing".'],
  ['unload', 'core', '"core" is a part of the bot itself'],
  ['reload', 'core', '"core" is a part of the bot itself'],
] as const)('refuses to %s "%s"', async (operation, id, expected) => {
  await expect(plugins[operation](id)).rejects.toThrow(expected);
});

test('refuses to unload twice', async () => {
  await plugins.unload('other');

  await expect(plugins.unload('other')).rejects.toThrow('The plugin "other" is not loaded.');

  await plugins.load('other');
});

test('reloads changed files, also those that the entry imports, and the version', async () => {
  expect(await answerOf('other')).toBe('first');
  await writePlugin('other', { answer: 'second', fields: { version: '1.1.0' } });

  const record = await plugins.reload('other');

  expect(record).toMatchObject({ state: 'loaded', discovered: { version: '1.1.0' } });
  expect(await answerOf('other')).toBe('second');
});

test('reloads what requires a plugin with it, as one change', async () => {
  const seen: string[] = [];
  const end = plugins.onChange(
    (changed) => void seen.push(changed.map(({ id, state }) => `${id} ${state}`).join()),
  );
  await writePlugin('base', { answer: 'new base' });

  await plugins.reload('base');

  end();
  expect(seen).toEqual(['top loaded,middle loaded,base loaded']);
  expect(await answerOf('base')).toBe('new base');
});

test('sends Discord nothing when a reload changes no command', async () => {
  scene.sandbox.clearRequests();

  await plugins.reload('base');
  await scene.host.reconciler.reconcileGuild(scene.guild.id);

  expect(scene.sandbox.requests.filter(({ path }) => path.includes('/commands'))).toEqual([]);
});

test.each([
  ['does not compile', { answer: "'; nonsense" }, 'import'],
  ['fails in its setup', { setup: '() => { throw new Error("bad setup"); }' }, 'setup'],
  ['needs what this process did not ask for', { more: 'intents: [2]' }, 'manifest'],
  ['has a faulty manifest', { more: 'title: ""' }, 'manifest'],
  ['supports another host', { fields: { peerDependencies: { '@twi/sdk': '^99.0.0' } } }, 'order'],
  ['has a faulty package.json', { fields: { version: 'none' } }, 'discover'],
])('goes on with the old version when the new one %s', async (_case, change, step) => {
  await writePlugin('other', { answer: 'kept' });
  await plugins.reload('other');
  await writePlugin('other', { answer: 'broken', ...change });

  const record = await plugins.reload('other');

  expect(record).toMatchObject({ state: 'loaded', failure: { step } });
  expect(await answerOf('other')).toBe('kept');
  await writePlugin('other', { answer: 'mended' });
  expect(await plugins.reload('other')).not.toHaveProperty('failure');
  expect(await answerOf('other')).toBe('mended');
});

test('loads a plugin that was put into the folder while the bot runs, and another after it failed', async () => {
  await writePlugin('late', { setup: '() => { throw new Error("not yet"); }' });
  expect(await plugins.load('late')).toMatchObject({ state: 'failed', failure: { step: 'setup' } });
  await writePlugin('late', { answer: 'better late' });

  expect(await plugins.load('late')).toMatchObject({ state: 'loaded' });

  await expect.poll(commandNames, WAIT).toContain('late');
  expect(await answerOf('late')).toBe('better late');
  await plugins.unload('late');
  await expect.poll(commandNames, WAIT).not.toContain('late');
});

test('tells every listener of changes, also when one of them fails', async () => {
  const seen: string[] = [];
  const ends = [
    plugins.onChange(() => {
      throw new Error('a listener of changes failed');
    }),
    plugins.onChange((changed) => void seen.push(...changed.map(({ id }) => id))),
  ];

  await plugins.reload('other');

  for (const end of ends) end();
  expect(seen).toEqual(['other']);
  expect(scene.log.some((line) => line.includes('a listener of changes failed'))).toBe(true);
});

test('does one thing at a time', async () => {
  const results = await Promise.allSettled([
    plugins.reload('other'),
    plugins.unload('other'),
    plugins.load('other'),
    plugins.load('other'),
  ]);

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
});

test('does not let a piece be reloaded by itself', async () => {
  const [piece] = plugins.get('other')?.pieces ?? [];

  await expect(piece?.reload()).rejects.toThrow('belongs to a plugin, which is reloaded as a whole');
});
