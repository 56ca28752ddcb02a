import { container } from '@sapphire/framework';
import type { MemberActor } from '@twi/sandbox';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { answer, buttonsOf, text } from './answers.ts';
import { scan, scanRows } from './scan.ts';
import { seed, seeded } from './seed.ts';
import { LEDGER_KEPT, shapesPlugin } from './shapes-plugin.ts';

/** Where an erased person is still found, because that is declared. `cooldowns` is the cooldown of /privacy itself. */
const DECLARED_KEPT = [
  'core.audit_logs.details',
  'core.audit_logs.target',
  'core.audit_logs.user_id',
  'core.cooldowns.user_id',
  'core.settings_revisions.value',
  'core.users.id',
  'shapes.ledger.payer_id',
];

let scene: HostScene;
let me: MemberActor;
let other: MemberActor;
let people = 0;

beforeAll(async () => {
  scene = await hostScene();
  await scene.start({ givenPlugins: [{ plugin: shapesPlugin() }] });
}, 60_000);
afterAll(() => scene[Symbol.asyncDispose]());

beforeEach(async () => {
  me = newcomer();
  other = newcomer();
  await sql`truncate core.guild_plugins, core.settings_revisions, core.credentials, shapes.a_memories, shapes.b_memory_tags,
    shapes.quotes, shapes.ledger, shapes.crowds, shapes.documents, shapes.seats, shapes.visits`.execute(
    scene.database.handle.db,
  );
  await seed(seeded(scene.host.database), {
    guildId: scene.guild.id,
    me: me.userId,
    other: other.userId,
  });
});

function newcomer(): MemberActor {
  const { id } = scene.sandbox.createUser({ username: `person${(people += 1)}` });
  scene.guild.addMember(id);
  return scene.sandbox.as(id, { channelId: scene.guild.channel('general')?.id ?? '' });
}

const db = () => scene.database.handle.db;

async function erase(who: MemberActor): Promise<string> {
  const question = await answer(who.slash('privacy erase', { confirm: 'erase' }));
  return text(await answer(who.click(question, 'Erase my data')));
}

describe('erasing', () => {
  test('leaves the person only where that is declared, in the whole database', async () => {
    const before = await scan(db(), me.userId);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['core.command_usages.user_id', 'shapes.documents.body', 'shapes.crowds.names']),
    );

    await erase(me);

    const after = Object.keys(await scan(db(), me.userId));
    expect(after.filter((place) => !DECLARED_KEPT.includes(place))).toEqual([]);
    expect(after).toContain('shapes.ledger.payer_id');
  });

  test('touches nothing of anybody else', async () => {
    const before = await scan(db(), other.userId);

    await erase(me);

    const after = await scan(db(), other.userId);
    // The quote said by me was added by them: it goes with me.
    delete before['shapes.quotes.added_by'];
    expect(after).toEqual(before);
  });

  test('keeps what rows say besides the person', async () => {
    await erase(me);

    const { rows: quotes } = await sql<{ number: number; added_by: string | null }>`
      select number, added_by from shapes.quotes order by number`.execute(db().withoutPlugins());
    expect(quotes).toEqual([
      { number: 2, added_by: null },
      { number: 4, added_by: null },
    ]);
    const { rows: crowds } = await sql`select members, names from shapes.crowds order by names`.execute(
      db().withoutPlugins(),
    );
    expect(crowds).toEqual([
      { members: [other.userId], names: [other.userId] },
      { members: [other.userId], names: ['x'] },
    ]);
    const { rows: documents } = await sql<{
      note: string | null;
      title: string;
      body: unknown;
    }>`select note, title, body from shapes.documents order by title collate "C"`.execute(
      db().withoutPlugins(),
    );
    expect(documents).toEqual([
      {
        note: `<@${other.userId}>`,
        title: `${me.userId}0`,
        body: { who: ['0', other.userId], '0': { n: 1 } },
      },
      { note: null, title: 'a number', body: { id: 0 } },
      { note: null, title: 'about nobody', body: {} },
      { note: null, title: 'seen <@0>', body: {} },
    ]);
  });

  test('says before and after what goes, what loses the name, and what stays and why', async () => {
    const question = await answer(me.slash('privacy erase', { confirm: 'ERASE ' }));

    expect(text(question)).toContain('**Shapes**, a memories: 2 rows will be deleted');
    expect(text(question)).toContain('**Shapes**, quotes: 2 rows will be deleted, 1 row will lose your name');
    expect(text(question)).toContain('**Shapes**, visits: 2 rows will lose your name');
    expect(text(question)).toContain(`**Shapes**, ledger: 1 row\n> ${LEDGER_KEPT}`);
    expect(text(question)).not.toContain('colours');
    const done = text(await answer(me.click(question, 'Erase my data')));
    expect(done).toContain('**Shapes**, quotes: 2 rows deleted, 1 row lost your name');
    expect(done).toContain(`> ${LEDGER_KEPT}`);
  });

  test('changes nothing until it is confirmed', async () => {
    const before = await scan(db(), me.userId);
    const refused = await answer(me.slash('privacy erase', { confirm: 'yes' }));
    expect(text(refused)).toContain('`confirm` takes the word `erase`');
    const question = await answer(me.slash('privacy erase', { confirm: 'erase' }));
    await answer(me.click(question, 'Cancel'));

    expect(await scan(db(), me.userId)).toMatchObject({
      'shapes.seats.user_id': before['shapes.seats.user_id'],
      'shapes.documents.body': before['shapes.documents.body'],
    });
  });

  test('takes the person’s own row when nothing refers to it, else its name', async () => {
    const loner = newcomer();
    await scene.host.database.ensureUser(loner.userId);
    await erase(loner);
    await erase(me);

    const { rows } = await sql<{ id: string; username: string | null }>`
      select id, username from core.users where id in (${loner.userId}, ${me.userId}, ${other.userId}) order by id`.execute(
      db().withoutPlugins(),
    );
    expect(rows).toEqual([
      { id: me.userId, username: null },
      { id: other.userId, username: 'somebody' },
    ]);
  });

  test('a person whose row went can be referred to again', async () => {
    const loner = newcomer();
    await scene.host.database.ensureUser(loner.userId);
    await erase(loner);

    await scene.host.database.ensureUser(loner.userId);

    expect(await scan(db(), loner.userId)).toMatchObject({ 'core.users.id': 1 });
  });

  test('twice does no harm', async () => {
    await erase(me);
    const question = await answer(me.slash('privacy erase', { confirm: 'erase' }));

    expect(text(question)).toContain('What stays');
    expect(text(question)).not.toContain('will be deleted');
    expect(buttonsOf(question)).toContain('Erase my data');
  });

  test('removes planned work that names the person, but for what is to be kept', async () => {
    const jobs = scene.host.jobs.jobsOf(shapesPlugin());
    const startAfter = new Date(Date.now() + 86_400_000);
    for (const name of ['remind', 'collect'])
      for (const { userId } of [me, other]) await jobs.send(name, { userId }, { startAfter });

    const done = await erase(me);

    expect(done).toContain('**Shapes**, planned work (remind): 1 row deleted');
    expect(done).toContain('planned work (collect): 1 row\n> Debts are collected.');
    const { rows } = await sql`select name, data -> 'data' ->> 'userId' as "userId" from pgboss.job
      where name like 'shapes/%' order by name, 2`.execute(db().withoutPlugins());
    expect(rows).toEqual([
      { name: 'shapes/collect', userId: me.userId },
      { name: 'shapes/collect', userId: other.userId },
      { name: 'shapes/remind', userId: other.userId },
    ]);
    expect(Object.keys(await scan(db(), me.userId))).toContain('pgboss.job.data');
    await sql`delete from pgboss.job where name like 'shapes/%'`.execute(db());
  });

  test('covers a plugin that is off, unloaded, or gone', async () => {
    await scene.host.plugins.unload('shapes');
    try {
      await erase(me);
    } finally {
      await scene.host.plugins.load('shapes');
    }

    const after = Object.keys(await scan(db(), me.userId));
    expect(after.filter((place) => !DECLARED_KEPT.includes(place))).toEqual([]);
  });

  test('goes on without the part that fails, says so, and finishes later', async () => {
    await sql`create table shapes.grip (user_id bigint not null, memory_id bigint references shapes.a_memories)`.execute(
      db(),
    );
    await sql`insert into shapes.grip select ${other.userId}, id from shapes.a_memories where user_id = ${me.userId} limit 1`.execute(
      db(),
    );

    const done = await erase(me);

    expect(done).toContain('What Shapes keeps could not be erased just now. I go on trying');
    expect(Object.keys(await scan(db(), me.userId))).toEqual(
      expect.arrayContaining(['shapes.a_memories.user_id', 'pgboss.job.data']),
    );
    expect(Object.keys(await scan(db(), me.userId))).not.toContain('core.command_usages.user_id');
    await sql`drop table shapes.grip`.execute(db());
    await container.core.privacy.finishErasure(me.userId);
    const after = Object.keys(await scan(db(), me.userId));
    expect(after.filter((place) => !DECLARED_KEPT.includes(place))).toEqual([]);
  });

  test('is offered to the person alone', async () => {
    const question = await answer(me.slash('privacy erase', { confirm: 'erase' }));

    await expect(other.click(question, 'Erase my data')).rejects.toMatchObject({
      reason: expect.any(String),
    });
    expect(await scan(db(), me.userId)).toMatchObject({ 'shapes.seats.user_id': 1 });
  });
});

describe('exporting', () => {
  test('holds every row that the whole database holds about the person', async () => {
    const raw = await scanRows(db(), me.userId);
    // What asking itself leaves behind.
    delete raw['core.cooldowns'];

    const exported = await container.core.privacy.export(me.userId);

    const { data } = JSON.parse(String(exported[0]?.content)) as {
      data: { plugin: string; table: string; rows: Record<string, unknown>[] }[];
    };
    const schemas: Record<string, string> = { General: 'core', Shapes: 'shapes' };
    const counts = Object.fromEntries(
      data.map(({ plugin, table, rows }) => [
        `${schemas[plugin] ?? plugin}.${table.replaceAll(' ', '_')}`,
        rows.length,
      ]),
    );
    expect(counts).toEqual(raw);
  });

  test('shows nobody else, no secret, and nothing that is withheld', async () => {
    const content = String((await container.core.privacy.export(me.userId))[0]?.content);

    expect(content).not.toContain(other.userId);
    expect(content).not.toContain('psst');
    expect(content).not.toContain('ciphertext');
    expect(content).toContain('Shapes, ledger: secret. Secrets stay secret.');
    expect(content).toContain('said by me');
    expect(content).toContain('mine, in the bin');
    expect(content).toContain('"payer id"');
    expect(content).not.toContain('"payee id"');
    expect(content).toContain('No member');
    expect(content).toContain('(another id)');
  });

  test('is one valid document for each file, also when there is too much for one', async () => {
    await sql`insert into shapes.a_memories (user_id, words)
      select ${me.userId}, repeat('long ', 2000) from generate_series(1, 1000)`.execute(db());

    const files = await container.core.privacy.export(me.userId);

    expect(files.map(({ name }) => name)).toEqual([
      'my-data-1-of-3.json',
      'my-data-2-of-3.json',
      'my-data-3-of-3.json',
    ]);
    const rows = files.flatMap(({ content }) => {
      expect(content.length).toBeLessThan(10_000_000);
      const { data } = JSON.parse(String(content)) as { data: { table: string; rows: unknown[] }[] };
      return data.filter(({ table }) => table === 'a memories').flatMap((section) => section.rows);
    });
    expect(rows).toHaveLength(1_002);
  });
});
