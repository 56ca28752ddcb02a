import { computed } from '@preact/signals';
import type { ChannelType } from 'discord-api-types/v10';
import { guild, view } from '../state/place.ts';

/** Somebody or something that can be picked. */
interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
}

/** Everything that the pickers of users, roles and channels offer. */
export interface Directory {
  readonly users: readonly Choosable[];
  readonly roles: readonly Choosable[];
  readonly channels: readonly (Choosable & { readonly type: ChannelType })[];
}

/** Who and what can be picked where the person is: in a direct conversation, all accounts. */
export const directory = computed<Directory>(() => {
  const here = guild.value;
  if (!here) {
    const users = view.value?.users ?? [];
    return {
      users: users.map((user) => ({
        id: user.id,
        name: user.global_name ?? user.username,
        detail: user.username,
      })),
      roles: [],
      channels: [],
    };
  }
  return {
    users: here.members.map(({ user, nick }) => ({
      id: user.id,
      name: nick ?? user.global_name ?? user.username,
      detail: user.username,
    })),
    roles: here.roles.map(({ id, name }) => ({ id, name })),
    channels: here.channels.map(({ id, name, type }) => ({ id, name, type })),
  };
});
