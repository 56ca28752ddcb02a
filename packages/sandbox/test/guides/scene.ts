import type { MemberActor, Sandbox } from '../../src/index.ts';
import { present } from '../test-bot.ts';

/** What a guide's `config.json` holds. */
export function configOf(sandbox: Sandbox) {
  return { token: sandbox.token, clientId: sandbox.application.id, guildId: present(sandbox.guilds[0]).id };
}

/** Plays somebody of the demo scene in #general. */
export function play(sandbox: Sandbox, username: string): MemberActor {
  const channelId = present(present(sandbox.guilds[0]).channel('general')).id;
  return sandbox.as(present(sandbox.user(username)).id, { channelId });
}
