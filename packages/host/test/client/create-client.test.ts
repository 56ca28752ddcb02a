import { SettingsRepository } from '@twi/database';
import { container } from '@sapphire/pieces';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { pluginPackage } from '../fixtures/temporary-directory.ts';

const WAIT = { timeout: 5_000 };

let scene: HostScene;
beforeAll(async () => {
  scene = await hostScene();
  await scene.directory.write({
    'talk/package.json': pluginPackage('talk'),
    'talk/index.ts': `
      import { Command, Listener } from '@sapphire/framework';
      import { definePlugin } from '@twi/sdk';
      import { GatewayIntentBits } from 'discord.js';
      class EchoCommand extends Command {
        constructor(context: Command.LoaderContext) { super(context, { description: 'Repeats.' }); }
        override registerApplicationCommands(registry: Command.Registry) {
          registry.registerChatInputCommand({ name: this.name, description: this.description });
        }
        override async chatInputRun(interaction: Command.ChatInputCommandInteraction) { await interaction.reply('@everyone hello'); }
        override async messageRun(message: any) { await message.reply('@everyone heard'); }
      }
      class SlowCommand extends EchoCommand {
        override async chatInputRun(interaction: Command.ChatInputCommandInteraction) {
          await interaction.deferReply();
          await new Promise((resolve) => setTimeout(resolve, 300));
          await interaction.editReply('Finished.');
        }
      }
      class DeletedListener extends Listener {
        constructor(context: Listener.LoaderContext) { super(context, { event: 'messageDelete' }); }
        override run(message: any) { (globalThis as any).deleted = message.id; }
      }
      export const talk = definePlugin({
        id: 'talk', title: 'Talk', description: 'Talks.',
        intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
        pieces: { commands: { echo: EchoCommand, slow: SlowCommand }, listeners: { deleted: DeletedListener } },
      });
    `,
  });
  await scene.start({ pluginPaths: [`${scene.directory.path}/talk`] });
  await scene.enable('talk');
});
afterAll(() => scene[Symbol.asyncDispose]());

test('asks for the intents of the plugins and its own, no others', () => {
  expect(scene.host.client.options.intents.toArray().toSorted()).toEqual([
    'DirectMessages',
    'GuildMessages',
    'Guilds',
    'MessageContent',
  ]);
});

test('pings nobody that the author did not mean to ping', async () => {
  await scene.owner.slash('echo');

  const { body } = scene.sandbox.requests.findLast(({ path }) => path.includes('/callback')) ?? {};
  expect(body).toMatchObject({ data: { allowed_mentions: { parse: [], replied_user: false } } });
});

test('answers message commands after a mention and after the prefix of the guild', async () => {
  const heard = (): number =>
    scene.sandbox.messages(scene.owner.channelId).filter(({ content }) => content === '@everyone heard')
      .length;
  await scene.owner.send(`<@${scene.sandbox.bot.id}> echo`);
  await expect.poll(heard, WAIT).toBe(1);

  await scene.owner.send('!echo');
  await scene.host.stop('to read the prefix anew');
  await new SettingsRepository(scene.database.handle.db).append({
    guildId: scene.guild.id,
    pluginId: 'core',
    value: { prefix: '!' },
    schemaVersion: 1,
    changedBy: null,
  });
  await scene.start({ pluginPaths: [`${scene.directory.path}/talk`] });
  await scene.owner.send('!echo');

  await expect.poll(heard, WAIT).toBe(2);
});

test('hears of messages that it does not know any more', async () => {
  const message = await scene.owner.send('soon gone');
  await scene.owner.delete(message.id);

  await expect.poll((): unknown => Reflect.get(globalThis, 'deleted'), WAIT).toBe(message.id);
});

test('keeps the guilds in the database in step', async () => {
  const rows = () =>
    scene.host.database.db.selectFrom('core.guilds').select(['name', 'leftAt']).orderBy('name').execute();
  const guild = scene.sandbox.createGuild({ name: 'Another', ownerId: scene.owner.userId });
  await expect.poll(rows, WAIT).toEqual([
    { name: 'Another', leftAt: null },
    { name: 'Test', leftAt: null },
  ]);

  guild.removeBot();

  await expect.poll(rows, WAIT).toContainEqual({ name: 'Another', leftAt: expect.any(Date) });
});

test('lets a running command finish when it stops, and takes no more', async () => {
  scene.sandbox.clearRequests();
  const exchange = scene.owner.slash('slow');
  await expect
    .poll(() => scene.sandbox.requests.some(({ path }) => path.includes('/callback')), WAIT)
    .toBe(true);

  await scene.host.stop('the test says so');

  expect((await exchange).response?.content).toBe('Finished.');
  expect(scene.sandbox.sessionCount).toBe(0);
  expect(container.stores.get('commands').has('slow')).toBe(false);
});
