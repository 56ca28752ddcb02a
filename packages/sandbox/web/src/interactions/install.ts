import { slots } from '../slots.ts';
import { CommandPanel } from './command-picker/command-panel.tsx';
import { chosenCommand, offerFor, takeKey } from './command-picker/command-picker.ts';
import { MessageComponents } from './components/message-components.tsx';
import { contextCommands } from './context-commands.ts';
import { OpenModalDialog } from './open-modal.tsx';

/** Adds to the shell everything that a bot can be asked. */
export function installInteractions(): void {
  slots.MessageComponents.value = MessageComponents;
  slots.Overlay.value = OpenModalDialog;
  slots.messageMenu.value = ({ id }) => contextCommands({ messageId: id });
  slots.memberMenu.value = ({ user }) => contextCommands({ userId: user.id });
  slots.composer.value = {
    Panel: CommandPanel,
    onKeyDown(event, composer) {
      offerFor(composer.text);
      const isTaken = takeKey(event);
      if (isTaken) event.preventDefault();
      return isTaken;
    },
    // What starts with a slash and fits no command is a message, as in Discord.
    onSubmit: () => chosenCommand.value !== undefined,
  };
}
