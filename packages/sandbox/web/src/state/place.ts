import { computed, signal } from '@preact/signals';
import type { ChannelView, GuildView, PersonView } from '../../../src/web/live-protocol.ts';
import { recalled } from './recalled.ts';

/** What stands for the direct conversation with the bot where a guild would stand. */
export const DIRECT = '@bot';

/** What the person who is played sees; undefined until the sandbox has told. */
export const view = signal<PersonView | undefined>(undefined);

/** Id of the person who is played; empty until somebody is chosen. */
export const me = recalled('me', '');

/** Id of the guild that is open, or `DIRECT`. */
export const guildId = recalled('guild', '');

/** Id of the channel that is open. */
export const channelId = recalled('channel', '');

/** The guild that is open. */
export const guild = computed<GuildView | undefined>(() =>
  view.value?.guilds.find(({ id }) => id === guildId.value),
);

/** The channel that is open, if the person sees it; undefined in the direct conversation. */
export const channel = computed<ChannelView | undefined>(() =>
  guild.value?.channels.find(({ id }) => id === channelId.value),
);

/** The person's own member of the guild that is open. */
export const ownMember = computed(() => guild.value?.members.find(({ user }) => user.id === me.value));
