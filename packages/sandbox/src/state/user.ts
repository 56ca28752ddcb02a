import type { APIUser } from 'discord-api-types/v10';
import { bitFlags } from './bit-flags.ts';

/** Makes a user as Discord sends it. */
export function makeUser(options: {
  id: string;
  username: string;
  displayName?: string;
  bot?: boolean;
}): APIUser {
  return {
    id: options.id,
    username: options.username,
    discriminator: options.bot ? '0001' : '0',
    global_name: options.displayName ?? null,
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: bitFlags(0),
    ...(options.bot && { bot: true }),
  };
}
