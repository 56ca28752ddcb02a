import type { APIMessage } from 'discord-api-types/v10';
import type { Action } from './action.ts';
import type { ControlClient, ControlState, PlaceOptions } from './control-client.ts';
import { guildOf } from './guild-of.ts';
import { idOf } from './id-of.ts';
import { listCommands } from './list-commands.ts';
import { withMentions } from './mentions.ts';
import type { Names } from './names.ts';
import { playDeed } from './play-deed.ts';
import { renderMessage, renderOutcome } from './render.ts';

const SHOWN_MESSAGES = 10;

/**
 * Does something as a member and returns what they see, in words.
 *
 * @throws {CommandLineError} for somebody who does not exist, and for what the sandbox refuses.
 */
export async function play(client: ControlClient, place: PlaceOptions, action: Action): Promise<string> {
  const state = await client.state();
  const names = namesOf(state);
  const who = { ...place, as: idOf(place.as, state) };
  if (action.kind === 'message') {
    const content = withMentions(action.content, guildOf(who, state), state.users);
    return renderMessage(await client.write(who, content), names);
  }
  if (action.kind === 'commands')
    return listCommands(await client.commands(who), await client.commandGroups());
  if (action.kind === 'look') return showMessages(await client.messages(who), names);
  if (action.kind === 'deed') return playDeed(action.deed, { client, who, state });
  const outcome = await client.interact(who, await interactionOf(action, who, { client, state }));
  const shown = renderOutcome(outcome, names);
  return outcome.modal && outcome.id !== undefined ? `${shown}\n${howToSubmit(place.as, outcome.id)}` : shown;
}

type Interaction = Exclude<Action, { kind: 'message' | 'look' | 'commands' | 'deed' }>;

function interactionOf(
  action: Interaction,
  who: PlaceOptions,
  { client, state }: { client: ControlClient; state: ControlState },
): object | Promise<object> {
  switch (action.kind) {
    case 'command':
      return { line: action.line };
    case 'click':
      return { type: 'click', button: action.button };
    case 'select':
      return { type: 'select', menu: action.menu, values: action.values };
    case 'submit':
      return { type: 'submit', exchange: action.form, values: action.values };
    case 'menu':
    default:
      return menuEntry(action, who, { client, state });
  }
}

async function menuEntry(
  { name: command, target }: Extract<Action, { kind: 'menu' }>,
  who: PlaceOptions,
  { client, state }: { client: ControlClient; state: ControlState },
): Promise<object> {
  const type = 'context-menu';
  if (target.startsWith('@')) return { type, command, userId: idOf(target, state) };
  if (target !== 'last') return { type, command, messageId: target };
  return { type, command, messageId: (await client.messages(who)).at(-1)?.id };
}

function namesOf({ users, guilds }: ControlState): Names {
  return new Map([
    ...users.map((user) => [user.id, user.username] as const),
    ...guilds.flatMap(({ roles, channels }) =>
      [...roles, ...channels].map((one) => [one.id, one.name] as const),
    ),
  ]);
}

function showMessages(messages: readonly APIMessage[], names: Names): string {
  const latest = messages.slice(-SHOWN_MESSAGES).map((message) => renderMessage(message, names));
  return latest.join('\n\n') || 'Nobody has written here yet.';
}

function howToSubmit(who: string, form: string): string {
  return `Fill it in with: npm run as -- ${who} 'submit ${form} <field>="…"'`;
}
