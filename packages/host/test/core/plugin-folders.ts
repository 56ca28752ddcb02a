import { pluginPackage, pluginSource } from '../fixtures/temporary-directory.ts';

/** Files of plugins that need each other, one that fails, two that need each other, and two that together have more commands than Discord takes. */
export function pluginFolders(): Record<string, unknown> {
  return {
    ...folder('links', LINKS),
    ...folder('gallery', GALLERY, { twi: { id: 'gallery', requires: { links: '^1.0.0' } } }),
    ...folder('broken', BROKEN),
    ...folder('chicken', pluginSource('chicken'), { twi: { id: 'chicken', requires: { egg: '^1.0.0' } } }),
    ...folder('egg', pluginSource('egg'), { twi: { id: 'egg', requires: { chicken: '^1.0.0' } } }),
    ...folder('many-one', many('many-one', 60)),
    ...folder('many-two', many('many-two', 60)),
  };
}

function folder(id: string, source: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { [`plugins/${id}/package.json`]: pluginPackage(id, fields), [`plugins/${id}/index.ts`]: source };
}

const LINKS = `
import { Command } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
class LinkCommand extends Command {
  constructor(context) { super(context, { description: 'Shows a link.' }); }
  registerApplicationCommands(registry) {
    registry.registerChatInputCommand((command) => command.setName('link').setDescription('Shows a link.'));
  }
  async chatInputRun(interaction) { await interaction.reply('https://example.com'); }
}
export const plugin = definePlugin({ id: 'links', title: 'Creator links', description: 'Keeps links.', pieces: { commands: { link: LinkCommand } } });
`;

const GALLERY = `
import { Subcommand } from '@sapphire/plugin-subcommands';
import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
class GalleryCommand extends Subcommand {
  constructor(context) {
    super(context, {
      description: 'Pictures.',
      example: '/gallery add title: Sunset',
      subcommands: [
        { name: 'add', chatInputRun: 'add', node: 'gallery.add' },
        { name: 'view', chatInputRun: 'view' },
      ],
    });
  }
  registerApplicationCommands(registry) {
    registry.registerChatInputCommand((command) => command.setName('gallery').setDescription('Pictures.')
      .addSubcommand((sub) => sub.setName('add').setDescription('Adds a picture.')
        .addStringOption((option) => option.setName('title').setDescription('Its title').setRequired(true))
        .addIntegerOption((option) => option.setName('stars').setDescription('How good it is').setMinValue(1).setMaxValue(5))
        .addStringOption((option) => option.setName('kind').setDescription('What it is').addChoices({ name: 'Photo', value: 'p' }, { name: 'Drawing', value: 'd' })))
      .addSubcommand((sub) => sub.setName('view').setDescription('Shows a picture.')));
    registry.registerContextMenuCommand((command) => command.setName('Repost to gallery').setType(3));
  }
  async add(interaction) { await interaction.reply('added'); }
  async view(interaction) { throw new Error('The picture ' + interaction.id + ' is torn.'); }
  async contextMenuRun(interaction) { await interaction.reply('reposted'); }
}
export const plugin = definePlugin({
  id: 'gallery', title: 'Gallery', description: 'Collects pictures.',
  intents: [GatewayIntentBits.GuildMessages],
  permissions: ['ManageEvents', 'ViewChannel'],
  nodes: { 'gallery.add': { description: 'Add pictures.', default: 'ManageMessages' } },
  tables: { items: { guild: 'guildId', person: 'addedBy', erase: 'anonymise' }, tags: { guild: 'guildId', erase: 'delete' } },
  pieces: { commands: { gallery: GalleryCommand } },
});
`;

const BROKEN = `
import { definePlugin } from '@twi/sdk';
export const plugin = definePlugin({ id: 'broken', title: 'Broken', description: 'Fails.', setup() { throw new Error('no key was configured'); } });
`;

const many = (id: string, count: number): string => `
import { Command } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
class ManyCommand extends Command {
  constructor(context) { super(context, { description: 'One of many.' }); }
  registerApplicationCommands(registry) {
    registry.registerChatInputCommand((command) => command.setName(this.name).setDescription('One of many.'));
  }
  async chatInputRun(interaction) { await interaction.reply(this.name); }
}
const names = Array.from({ length: ${count} }, (_, index) => '${id}-' + index);
export const plugin = definePlugin({
  id: '${id}', title: '${id}', description: 'Has many commands.',
  pieces: { commands: Object.fromEntries(names.map((name) => [name, class extends ManyCommand {}])) },
});
`;
