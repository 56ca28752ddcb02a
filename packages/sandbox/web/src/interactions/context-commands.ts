import { ApplicationCommandType } from 'discord-api-types/v10';
import type { MenuItem } from '../slots.ts';
import { commands } from '../state/conversation.ts';
import type { ContextTarget } from './interaction-action.ts';
import { session } from './session.ts';

/** The bot's commands in the menu of a user or a message, as many as the person sees here. */
export function contextCommands(target: ContextTarget): MenuItem[] {
  const type = 'userId' in target ? ApplicationCommandType.User : ApplicationCommandType.Message;
  return commands.value
    .filter((command) => command.type === type)
    .map(({ name }) => ({
      label: `Apps › ${name}`,
      run: () => void session.value.contextMenu(name, target),
    }));
}
