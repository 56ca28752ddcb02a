import { CommandOptionsRunTypeEnum } from '@sapphire/framework';
import type { PluginContext } from '@twi/sdk';
import { definePlugin } from '@twi/sdk';
import { benchCommands } from './bench-commands.ts';
import { createNotes } from './host-notes.ts';

let context: PluginContext<'bench'> | undefined;

/** The commands as a plugin, each behind a permission node and in servers only. */
export const benchPlugin = definePlugin({
  id: 'bench',
  title: 'Benchmark',
  description: 'Commands that do little.',
  nodes: { 'bench.use': { description: 'Use the commands', default: 'SendMessages' } },
  migrations: { '0001-create-notes': createNotes },
  tables: { notes: { guild: 'guildId', person: 'userId', erase: 'delete' } },
  pieces: {
    commands: benchCommands({
      options: { node: 'bench.use', runIn: [CommandOptionsRunTypeEnum.GuildAny] },
      async writeNote({ guildId, user }) {
        if (!context || guildId === null) throw new TypeError('The plugin is set up, and asked in a guild.');
        await context.db.insertInto('bench.notes').values({ guildId, userId: user.id }).execute();
      },
    }),
  },
  setup(given: PluginContext<'bench'>) {
    context = given;
  },
});
