import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { pluginPackage } from '../fixtures/temporary-directory.ts';

let scene: HostScene;
beforeAll(async () => {
  scene = await hostScene();
  await scene.directory.write({
    'outside/package.json': pluginPackage('outside'),
    'outside/index.ts': `
      import { Command } from '@sapphire/framework';
      import { definePlugin } from '@twi/sdk';
      class HelloCommand extends Command {
        constructor(context: Command.LoaderContext) { super(context, { description: 'Says hello.' }); }
        override registerApplicationCommands(registry: Command.Registry) {
          registry.registerChatInputCommand((command) => command.setName(this.name).setDescription(this.description));
        }
        override async chatInputRun(interaction: Command.ChatInputCommandInteraction) {
          await interaction.reply('Hello from outside.');
        }
      }
      export const outside = definePlugin({ id: 'outside', title: 'Outside', description: 'Lies outside.', pieces: { commands: { hello: HelloCommand } } });
    `,
  });
  await scene.start({ pluginPaths: [`${scene.directory.path}/outside`] });
});
afterAll(() => scene[Symbol.asyncDispose]());

test('answers a command of a plugin folder outside the repository', async () => {
  await scene.enable('outside');

  const exchange = await scene.owner.slash('hello');

  expect(exchange.response?.content).toBe('Hello from outside.');
});
