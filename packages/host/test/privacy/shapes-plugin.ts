import type { Migration } from '@twi/database';
import { defineJob, definePlugin, type Plugin } from '@twi/sdk';
import { sql } from 'kysely';
import { z } from 'zod';

export const LEDGER_KEPT = 'A ledger must add up.';

const TABLES = [
  // The table that others refer to comes first in the alphabet too, so that only the foreign key tells the order.
  sql`create table shapes.a_memories (
    id bigint generated always as identity primary key,
    guild_id bigint references core.guilds on delete cascade,
    user_id bigint not null references core.users,
    words text not null,
    deleted_at timestamptz
  )`,
  sql`create table shapes.b_memory_tags (
    memory_id bigint not null references shapes.a_memories,
    guild_id bigint,
    user_id bigint not null,
    tag text not null
  )`,
  sql`create table shapes.quotes (
    guild_id bigint not null references core.guilds on delete cascade,
    number integer not null,
    author_id bigint not null references core.users,
    added_by bigint,
    words text not null,
    primary key (guild_id, number)
  )`,
  sql`create table shapes.ledger (
    guild_id bigint not null references core.guilds on delete cascade,
    payer_id bigint not null references core.users,
    payee_id bigint not null,
    secret text
  )`,
  sql`create table shapes.crowds (guild_id bigint, members bigint[] not null, names text[])`,
  sql`create table shapes.documents (guild_id bigint, note text, title text not null, body jsonb not null)`,
  sql`create table shapes.seats (
    guild_id bigint not null references core.guilds on delete cascade,
    user_id bigint not null,
    seat integer not null,
    primary key (guild_id, user_id)
  )`,
  sql`create table shapes.visits (user_id bigint, at timestamptz not null) partition by range (at)`,
  sql`create table shapes.visits_2026_01 partition of shapes.visits for values from ('2026-01-01') to ('2026-02-01')`,
  sql`create table shapes.visits_2026_02 partition of shapes.visits for values from ('2026-02-01') to ('2026-03-01')`,
  sql`create table shapes.colours (name text primary key)`,
];

const createShapes: Migration = {
  async up(db) {
    for (const table of TABLES) await table.execute(db);
  },
  async down(db) {
    await sql`drop schema shapes cascade`.execute(db);
  },
};

/** A plugin with tables of every shape in which a person can be named. */
export function shapesPlugin(): Plugin {
  return definePlugin({
    id: 'shapes',
    title: 'Shapes',
    description: 'Keeps people in every way.',
    migrations: { '0001-create-shapes': createShapes },
    tables: {
      a_memories: { guild: 'guildId', person: 'userId', erase: 'delete' },
      b_memory_tags: { guild: 'guildId', person: 'userId', erase: 'delete' },
      quotes: {
        guild: 'guildId',
        person: ['authorId', 'addedBy'],
        erase: 'delete',
        eraseBy: { addedBy: 'anonymise' },
      },
      ledger: {
        guild: 'guildId',
        person: ['payerId', 'payeeId'],
        erase: { keep: LEDGER_KEPT },
        withhold: { columns: ['secret'], reason: 'Secrets stay secret.' },
      },
      crowds: { guild: 'guildId', person: ['members', 'names'], erase: 'anonymise' },
      documents: { guild: 'guildId', person: ['note', 'title', 'body'], erase: 'anonymise' },
      seats: { guild: 'guildId', person: 'userId', erase: 'delete' },
      visits: { person: 'userId', erase: 'anonymise' },
      colours: { erase: { keep: 'It names nobody.' } },
    },
    jobs: {
      remind: defineJob({ data: z.object({ userId: z.string() }), run: () => Promise.resolve() }),
      collect: defineJob({
        data: z.object({ userId: z.string() }),
        erase: { keep: 'Debts are collected.' },
        run: () => Promise.resolve(),
      }),
    },
  });
}
