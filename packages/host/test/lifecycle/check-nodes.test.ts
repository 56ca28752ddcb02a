import { Command, InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { definePlugin, defineReversal, type PluginManifest } from '@twi/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Bench, startBench } from '../start-bench.ts';

class MistypedCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { node: 'mistyped-command.us' });
  }
}

class MistypedSubcommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    const entry = { name: 'in', chatInputRun: 'run', node: 'mistyped-subcommand.us' };
    super(context, { subcommands: [{ name: 'group', type: 'group', entries: [entry] }] });
  }
}

class MistypedHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'mistyped-handler.us' });
  }
  override run(): void {}
}

class ForeignCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { node: 'another-plugin.use' });
  }
}

const silent = () => Promise.resolve('Done.');
const plugin = (id: string, rest: Partial<PluginManifest>) =>
  definePlugin({
    id,
    title: 'Plugin',
    description: 'A plugin.',
    nodes: { [`${id}.use`]: { description: 'use it' } },
    ...rest,
  });

const mistyped = defineReversal({
  data: z.object({}),
  node: 'mistyped-reversal.us',
  undo: silent,
  redo: silent,
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([
    plugin('mistyped-command', { pieces: { commands: { one: MistypedCommand } } }),
    plugin('mistyped-subcommand', { pieces: { commands: { two: MistypedSubcommand } } }),
    plugin('mistyped-handler', { pieces: { interactionHandlers: { push: MistypedHandler } } }),
    plugin('mistyped-reversal', { reversals: { 'mistyped-reversal.do': mistyped } }),
    plugin('foreign', { pieces: { commands: { five: ForeignCommand } } }),
  ]);
});
afterAll(() => bench[Symbol.asyncDispose]());

test.each([
  ['mistyped-command', 'The piece "one"'],
  ['mistyped-subcommand', 'The piece "two"'],
  ['mistyped-handler', 'The piece "mistyped-handler/push"'],
  ['mistyped-reversal', 'The reversal of "mistyped-reversal.do"'],
])('keeps out "%s", which asks for a node that it does not declare', (id, by) => {
  expect(bench.host.plugins.get(id)?.failure?.reason).toContain(
    `${by} of "${id}" asks for the node "${id}.us", which "nodes" of the manifest does not declare.`,
  );
});

test('lets a command ask for the node of another plugin', () => {
  expect(bench.host.plugins.get('foreign')?.state).toBe('loaded');
});
