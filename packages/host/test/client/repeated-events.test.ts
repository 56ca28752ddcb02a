import { once } from 'node:events';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { Client, GatewayIntentBits, Options } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropRepeatedEvents } from '../../src/client/repeated-events.ts';

const { Guilds, GuildMembers, GuildMessages, MessageContent } = GatewayIntentBits;

let sandbox: Sandbox;
let client: Client;
let received: string[];
beforeEach(async () => {
  received = [];
  sandbox = await startSandbox();
  client = new Client({
    intents: [Guilds, GuildMembers, GuildMessages, MessageContent],
    rest: { api: sandbox.apiUrl },
    // As the host has it: nothing that was seen is remembered.
    makeCache: Options.cacheWithLimits({ MessageManager: 0 }),
  });
  dropRepeatedEvents(client);
  client.on('messageCreate', ({ content }) => received.push(content));
  client.on('guildMemberAdd', ({ user }) => received.push(`${user.username} joins`));
  client.on('guildMemberRemove', ({ user }) => received.push(`${user.username} leaves`));
  client.on('interactionCreate', (interaction) => {
    received.push('interaction');
    if (interaction.isRepliable()) void interaction.reply('hello');
  });
  const ready = once(client, 'clientReady');
  await client.login(sandbox.token);
  await ready;
});
afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

const guild = (): Sandbox['guilds'][number] => sandbox.guilds[0]!;
const bob = (): ReturnType<Sandbox['as']> =>
  sandbox.as(sandbox.user('bob')!.id, { channelId: guild().channel('general')!.id });

test('hears a message once that Discord sends twice, and each of two equal ones', async () => {
  sandbox.faults.duplicateEvents(1);
  await bob().send('hello');
  await bob().send('hello');
  sandbox.faults.clear();
  await bob().send('end');

  await expect.poll(() => received).toContain('end');
  expect(received).toEqual(['hello', 'hello', 'end']);
});

test('gets an interaction once', async () => {
  await client.application?.commands.set([{ name: 'hello', description: 'Greets.' }]);
  sandbox.faults.duplicateEvents(1);

  await bob().slash('hello');
  sandbox.faults.clear();
  await bob().send('end');

  await expect.poll(() => received).toContain('end');
  expect(received).toEqual(['interaction', 'hello', 'end']);
});

test('sees somebody come once, and again when they come back', async () => {
  const { id } = sandbox.createUser({ username: 'eve' });
  sandbox.faults.duplicateNext('GUILD_MEMBER_ADD');
  guild().addMember(id);
  const eve = sandbox.as(id, { channelId: guild().channel('general')!.id });
  await expect.poll(() => received).toEqual(['eve joins']);
  await eve.leave(guild().id);
  await eve.join(guild().id);

  await expect.poll(() => received).toEqual(['eve joins', 'eve leaves', 'eve joins']);
});
