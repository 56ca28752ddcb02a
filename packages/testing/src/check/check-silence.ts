import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor, RecordedRequest } from '@twi/sandbox';
import type { Plugin } from '@twi/sdk';
import type { APIMessage, Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { TestGuild } from '../test-guild.ts';
import type { Specimen } from './specimen.ts';
import { pluginTables } from './database/plugin-tables.ts';
import type { Fault, Findings } from './fault.ts';

/** What a plugin does by mistake, it does within this time. */
const SETTLE_MS = 400;

/** Lets everything happen in a guild where the plugin is off; nothing of the plugin's may be seen there. */
export async function checkSilence(specimen: Specimen): Promise<Findings> {
  const { bot } = specimen;
  const guild = await bot.guild({ prefix: '!' });
  await sleep(SETTLE_MS);
  bot.sandbox.clearRequests();
  await live(guild, specimen);
  await sleep(SETTLE_MS);
  return {
    faults: [
      ...bot.sandbox.requests
        .filter(({ path }) => !isAboutAnother(path, guild.id, specimen))
        .map((request) => noise(request)),
      ...(await rowsAbout(guild.id, specimen)),
      ...(await staleComponents(specimen)),
    ],
  };
}

/** What people do in a guild: write, edit, react, delete, come and go, ban, make roles and channels. */
async function live(guild: TestGuild, { bot, plugin }: Specimen): Promise<void> {
  const { owner } = guild;
  const bob = guild.member({ username: 'bob' });
  const commands = bot.host.plugins.get(plugin.id)?.commands ?? [];
  for (const { name } of commands) await owner.send(`!${name} sample`);
  const message = await owner.send(`Hello <@${bot.sandbox.bot.id}> https://example.org`);
  await owner.edit(message, 'Hello again');
  await bob.react(message, '👍');
  await bob.unreact(message, '👍');
  await owner.delete(message);
  await bob.leave();
  await bob.join();
  await owner.actor.moderation.ban(bob.id);
  await owner.actor.moderation.unban(bob.id);
  guild.sandbox.addRole({ name: 'sample' });
  guild.sandbox.addChannel({ name: 'sample' });
}

/** Work that was asked for in a guild where the plugin is on goes on meanwhile. */
function isAboutAnother(path: string, guildId: Snowflake, { bot }: Specimen): boolean {
  const others = bot.sandbox.guilds.filter(({ id }) => id !== guildId);
  const places = new Set(
    others.flatMap(({ id, channels }) => [id, ...channels.map((channel) => channel.id)]),
  );
  return path.split(/[/?]/).some((part) => places.has(part));
}

function noise({ method, path, body }: RecordedRequest): Fault {
  const content = body === undefined || body === null ? '' : ` with ${JSON.stringify(body).slice(0, 200)}`;
  return {
    where: 'a guild where the plugin is off',
    message: `the bot sends ${method} ${path}${content}. Listen through "pieces.listeners", which pass the gate, not on the client.`,
  };
}

/** Rows that came about although the plugin is off in the guild that they name. */
async function rowsAbout(guildId: Snowflake, { bot, plugin }: Specimen): Promise<Fault[]> {
  const { db } = bot.database.handle;
  const faults: Fault[] = [];
  for (const { name, columns } of await pluginTables(db, plugin.id)) {
    if (!columns.some((column) => column.name === 'guild_id' && column.type === 'bigint')) continue;
    const { rows } = await sql`select from ${sql.table(name)} where guild_id = ${guildId} limit 1`.execute(
      db,
    );
    if (rows.length > 0)
      faults.push({ where: `table ${name}`, message: 'it gets rows about a guild where the plugin is off.' });
  }
  return faults;
}

/** Clicks what is left of the time when the plugin was on. Core answers that it is off; nobody else may. */
async function staleComponents({ bot, plugin }: Specimen): Promise<Fault[]> {
  const { enablement } = bot.host;
  const faults: Fault[] = [];
  for (const { id, ownerId, channels } of bot.sandbox.guilds) {
    if (!enablement.isEnabled(id, plugin.id)) continue;
    await enablement.disable(id, [plugin.id], undefined);
    const actors = channels.map((channel) => bot.sandbox.as(ownerId, { channelId: channel.id }));
    for (const actor of actors) faults.push(...(await clickAll(actor, plugin)));
  }
  return faults;
}

async function clickAll(actor: MemberActor, { id, title }: Plugin): Promise<Fault[]> {
  const buttons = actor
    .messages()
    .flatMap((message) => buttonsOf(message, id).map((button) => ({ message, button })));
  const faults: Fault[] = [];
  for (const { message, button } of buttons) {
    const { response } = await (await actor.click(message, button)).settled();
    if (!JSON.stringify(response ?? '').includes(`**${title}**, which is switched off here`))
      faults.push({ where: `button "${button}"`, message: 'it does something where the plugin is off.' });
  }
  return faults;
}

interface Component {
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly components?: readonly Component[];
}

/** The custom ids of the plugin's buttons that can be clicked. */
function buttonsOf({ components = [] }: APIMessage, pluginId: string): string[] {
  const all = (list: readonly Component[]): Component[] =>
    list.flatMap((component) => [component, ...all(component.components ?? [])]);
  return all(components as readonly Component[]).flatMap(({ custom_id: id, disabled, label }) =>
    id?.startsWith(`${pluginId}/`) && !disabled && label !== undefined ? [id] : [],
  );
}
