import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation = readonly [
  permission: keyof typeof PermissionFlagsBits,
  method: Method,
  path: string,
  body?: unknown,
];

/** What the bot must hold for an operation; `:guild`, `:channel`, `:message`, `:member` and `:role` are filled in. */
const OPERATIONS: readonly Operation[] = [
  ['SendMessages', 'post', '/channels/:channel/messages', { content: 'x' }],
  ['EmbedLinks', 'post', '/channels/:channel/messages', { embeds: [{ title: 'x' }] }],
  ['ReadMessageHistory', 'get', '/channels/:channel/messages'],
  ['ManageMessages', 'delete', '/channels/:channel/messages/:message'],
  ['AddReactions', 'put', '/channels/:channel/messages/:message/reactions/%F0%9F%91%8D/@me'],
  ['ManageMessages', 'delete', '/channels/:channel/messages/:message/reactions'],
  ['PinMessages', 'put', '/channels/:channel/messages/pins/:message'],
  ['PinMessages', 'put', '/channels/:channel/pins/:message'],
  ['CreatePublicThreads', 'post', '/channels/:channel/messages/:message/threads', { name: 'x' }],
  ['CreatePrivateThreads', 'post', '/channels/:channel/threads', { name: 'x', type: 12 }],
  ['ManageChannels', 'patch', '/channels/:channel', { name: 'x' }],
  ['ManageChannels', 'delete', '/channels/:channel'],
  ['ManageRoles', 'put', '/channels/:channel/permissions/:role', { type: 0, allow: '0', deny: '0' }],
  ['CreateInstantInvite', 'post', '/channels/:channel/invites', {}],
  ['ManageWebhooks', 'post', '/channels/:channel/webhooks', { name: 'x' }],
  ['ManageWebhooks', 'get', '/guilds/:guild/webhooks'],
  ['ManageChannels', 'post', '/guilds/:guild/channels', { name: 'x' }],
  ['ManageGuild', 'patch', '/guilds/:guild', { name: 'xx' }],
  ['ManageGuild', 'get', '/guilds/:guild/invites'],
  ['ManageRoles', 'post', '/guilds/:guild/roles', { name: 'x' }],
  ['ManageRoles', 'delete', '/guilds/:guild/roles/:role'],
  ['ManageRoles', 'put', '/guilds/:guild/members/:member/roles/:role'],
  ['ManageNicknames', 'patch', '/guilds/:guild/members/:member', { nick: 'x' }],
  ['ModerateMembers', 'patch', '/guilds/:guild/members/:member', { communication_disabled_until: null }],
  ['ChangeNickname', 'patch', '/guilds/:guild/members/@me', { nick: 'x' }],
  ['KickMembers', 'delete', '/guilds/:guild/members/:member'],
  ['BanMembers', 'put', '/guilds/:guild/bans/:member', {}],
  ['BanMembers', 'get', '/guilds/:guild/bans'],
  ['ManageGuild', 'post', '/guilds/:guild/bulk-ban', { user_ids: ['100000000000000000'] }],
  ['KickMembers', 'get', '/guilds/:guild/prune'],
  ['ViewAuditLog', 'get', '/guilds/:guild/audit-logs'],
];

let bot: TestBot;
let granted: bigint;
let messageId: string;
beforeAll(async () => {
  bot = await TestBot.start();
  granted = ownRole().permissions;
  messageId = (await bot.as('bob').send('target')).id;
});
beforeEach(() => {
  everyone().permissions &= PermissionFlagsBits.ViewChannel;
});
afterEach(() => {
  ownRole().permissions = granted;
});
afterAll(() => bot[Symbol.asyncDispose]());

function ownRole() {
  return present(bot.guild.roles.find((role) => role.botId === bot.client.user.id));
}

function everyone() {
  return present(bot.guild.roles.find((role) => role.id === bot.guild.id));
}

function call([, method, path, body]: Operation): Promise<unknown> {
  const filled = path
    .replace(':guild', bot.guild.id)
    .replace(':channel', bot.channelId())
    .replace(':message', messageId)
    .replace(':member', bot.userId('bob'))
    .replace(':role', present(bot.guild.role('Moderator')).id);
  const options = body === undefined ? {} : { body };
  return bot.client.rest[method](filled as `/${string}`, options);
}

test.for(OPERATIONS)('without %s, %s %s is refused', async (operation) => {
  ownRole().permissions = granted & ~PermissionFlagsBits[operation[0]];

  await expect(call(operation)).rejects.toMatchObject({ status: 403, code: 50_013 });
});

test.for(OPERATIONS.filter(([, method]) => method === 'get'))(
  'with %s, %s %s is answered',
  async (operation) => {
    await expect(call(operation)).resolves.toBeDefined();
  },
);

test('an administrator may do what no role of theirs names', async () => {
  ownRole().permissions = PermissionFlagsBits.Administrator;

  await expect(call(['ViewAuditLog', 'get', '/guilds/:guild/audit-logs'])).resolves.toBeDefined();
  await expect(
    call(['SendMessages', 'post', '/channels/:channel/messages', { content: 'x' }]),
  ).resolves.toBeDefined();
});

test('a channel can take away what a role gives, and give it back to one member', async () => {
  const general = present(bot.guild.channel('general'));
  const send = PermissionFlagsBits.SendMessages;
  const operation: Operation = ['SendMessages', 'post', '/channels/:channel/messages', { content: 'x' }];
  general.overwrites.set(ownRole().id, { id: ownRole().id, type: 0, allow: 0n, deny: send });
  await expect(call(operation)).rejects.toMatchObject({ code: 50_013 });

  general.overwrites.set(bot.client.user.id, { id: bot.client.user.id, type: 1, allow: send, deny: 0n });

  await expect(call(operation)).resolves.toBeDefined();
  general.overwrites.clear();
});
