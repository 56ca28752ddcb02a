import { defineJob, definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { sql } from 'kysely';
import { z } from 'zod';
import { GreetCommand } from './greet.ts';
import { AgainHandler, FormHandler, WordHandler, WrittenHandler } from './handlers.ts';
import {
  DeleteListener,
  EditListener,
  JoinListener,
  LeaveListener,
  ReactionListener,
  UnreactionListener,
} from './listeners.ts';

const reminder = z.object({ channelId: z.string(), text: z.string() });

/** What its service offers: reminders, and what both clocks say. */
interface Doorman {
  remind(data: z.output<typeof reminder>, at: Date): Promise<void>;
  databaseTime(): Promise<Date>;
}

/** A small plugin with one of everything that a member can meet. */
export const doormanPlugin = definePlugin({
  id: 'doorman',
  title: 'Doorman',
  description: 'Greets people.',
  intents: [
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.MessageContent,
  ],
  pieces: {
    commands: { greet: GreetCommand },
    interactionHandlers: {
      again: AgainHandler,
      form: FormHandler,
      written: WrittenHandler,
      word: WordHandler,
    },
    listeners: {
      reaction: ReactionListener,
      unreaction: UnreactionListener,
      edit: EditListener,
      delete: DeleteListener,
      join: JoinListener,
      leave: LeaveListener,
    },
  },
  jobs: {
    remind: defineJob({
      data: reminder,
      async run({ data, container }) {
        const channel = await container.client.channels.fetch(data.channelId);
        if (channel?.isSendable()) await channel.send(data.text);
      },
    }),
  },
  setup: ({ db, jobs }): Doorman => ({
    remind: (data, startAfter) => jobs.send('remind', data, { startAfter }),
    async databaseTime() {
      const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
      return rows[0]?.now ?? new Date(0);
    },
  }),
});

declare module '@twi/sdk' {
  interface PluginServices {
    doorman: Doorman;
  }
}
