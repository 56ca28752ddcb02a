import type { Client, GatewayMessageCreateDispatchData, Message } from 'discord.js';

/** What Discord says of somebody in a message. */
export const person = (id: string, username = 'somebody') => ({
  id,
  username,
  global_name: 'Some Body',
  discriminator: '0',
  avatar: null,
  public_flags: 64,
});

/** What Discord says of a member in a message. */
export const membership = (roles: readonly string[] = []) => ({
  roles,
  nick: null,
  avatar: null,
  banner: null,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  premium_since: null,
  communication_disabled_until: null,
  pending: false,
  deaf: false,
  mute: false,
  flags: 2,
});

let lastId = 1_300_000_000_000_000_000n;

/** What Discord sends when somebody writes, with whatever is given. */
export function messageData(fields: object): GatewayMessageCreateDispatchData {
  lastId += 4_194_304n;
  const data = {
    id: String(lastId),
    type: 0,
    content: 'Hello',
    timestamp: '2024-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    pinned: false,
    nonce: '42',
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    flags: 0,
    ...fields,
  };
  return data as unknown as GatewayMessageCreateDispatchData; // -- as Discord sends it, which its type says in many parts
}

/** Lets a client receive a message. @returns the messages that its listeners got of it */
export function receive(client: Client, data: GatewayMessageCreateDispatchData): Message[] {
  const heard: Message[] = [];
  const hear = (message: Message): void => void heard.push(message);
  client.on('messageCreate', hear);
  deliver(client, data);
  client.off('messageCreate', hear);
  return heard;
}

/** Lets a client receive a message, for whoever listens. */
export function deliver(client: Client, data: GatewayMessageCreateDispatchData): void {
  client.ws['handlePacket'](
    { op: 0, t: 'MESSAGE_CREATE', d: structuredClone(data) },
    client.ws.shards.first(),
  );
}
