import { customId } from '@twi/sdk';

/** Where something happens, and to whom. */
export interface Place {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly botId: string;
  readonly applicationId: string;
}

export interface Packet {
  readonly op: 0;
  readonly t: 'INTERACTION_CREATE' | 'MESSAGE_CREATE';
  readonly d: object;
}

let lastId = 1_300_000_000_000_000_000n;
const nextId = (): string => String((lastId += 4_194_304n));

const person = (id: string) => ({
  id,
  username: 'probe',
  discriminator: '0',
  global_name: null,
  avatar: null,
});

function interaction(
  { guildId, channelId, userId, applicationId }: Place,
  type: number,
  data: object,
  rest = {},
): Packet {
  const member = {
    user: person(userId),
    roles: [],
    joined_at: '2024-01-01T00:00:00Z',
    permissions: '0',
    flags: 0,
  };
  const d = {
    id: nextId(),
    application_id: applicationId,
    token: `token-${nextId()}`,
    version: 1,
    type,
    data,
    guild_id: guildId,
    channel_id: channelId,
    channel: { id: channelId, type: 0, guild_id: guildId, permissions: '0' },
    member,
    locale: 'en-GB',
    guild_locale: 'en-GB',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    context: 0,
    attachment_size_limit: 0,
    ...rest,
  };
  return { op: 0, t: 'INTERACTION_CREATE', d };
}

function message({ guildId, channelId, userId }: Place, content: string): Packet {
  const author = person(userId);
  const member = { roles: [], joined_at: '2024-01-01T00:00:00Z', flags: 0 };
  const rest = {
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    tts: false,
    type: 0,
  };
  const d = { id: nextId(), guild_id: guildId, channel_id: channelId, content, author, member, ...rest };
  return {
    op: 0,
    t: 'MESSAGE_CREATE',
    d: { ...d, timestamp: '2024-01-01T00:00:00Z', mention_everyone: false },
  };
}

const command = (name: string, type = 1, rest = {}) => ({ id: nextId(), name, type, ...rest });

/** What Discord sends when somebody uses each thing of a `probePlugin` once, stale commands and buttons included. */
export function everyUse(plugin: string, place: Place): Packet[] {
  const focused = [{ type: 3, name: 'word', value: '', focused: true }];
  const onMessage = { message: { ...message(place, '').d, author: person(place.botId) } };
  const resolved = { users: { [place.userId]: person(place.userId) } };
  return [
    interaction(place, 2, command(`${plugin}-chat`)),
    interaction(place, 2, command(`${plugin}-sub`, 1, { options: [{ type: 1, name: 'go', options: [] }] })),
    interaction(place, 2, command(`${plugin} menu`, 2, { target_id: place.userId, resolved })),
    interaction(place, 4, command(`${plugin}-chat`, 1, { options: focused })),
    interaction(
      place,
      4,
      command(`${plugin}-sub`, 1, { options: [{ type: 1, name: 'go', options: focused }] }),
    ),
    interaction(place, 3, { component_type: 2, custom_id: customId(plugin, 'press') }, onMessage),
    interaction(
      place,
      3,
      { component_type: 3, custom_id: customId(plugin, 'choose'), values: ['a'] },
      onMessage,
    ),
    interaction(place, 5, { custom_id: customId(plugin, 'fill'), components: [] }),
    message(place, `<@${place.botId}> ${plugin}-chat`),
  ];
}
