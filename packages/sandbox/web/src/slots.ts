import { signal } from '@preact/signals';
import type { APIGuildMember, APIMessage } from 'discord-api-types/v10';
import type { ComponentType, HTMLAttributes } from 'preact';

/** An entry of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly run: () => void;
}

/** What the composer lets others do with it. */
export interface ComposerHandle {
  readonly text: string;
  setText(text: string): void;
  focus(): void;
}

/** What makes the composer understand more than messages. */
export interface ComposerHook {
  /** Shown right above the input, whatever the text is; renders nothing where it has nothing to say. */
  readonly Panel: ComponentType<{ readonly composer: ComposerHandle }>;
  /** Added to the attributes of the input, such as what it controls. */
  readonly inputProps?: () => HTMLAttributes<HTMLTextAreaElement>;
  /** Sees a key before the composer does; true when it has used it. */
  onKeyDown(event: KeyboardEvent, composer: ComposerHandle): boolean;
  /** Sees a text before it is sent as a message; true when it was none. */
  onSubmit(composer: ComposerHandle): boolean;
}

/**
 * The places that are filled from outside the shell, so that it knows nothing of interactions.
 * Whoever fills one assigns its signal when the page starts (`main.tsx` imports them).
 */
export const slots = {
  /** Everything that the bot's commands add below a message: buttons, selects, layouts. */
  MessageComponents: signal<ComponentType<{ readonly message: APIMessage }> | undefined>(undefined),
  /** Adds to the menu of a message. */
  messageMenu: signal<(message: APIMessage) => readonly MenuItem[]>(() => []),
  /** Adds to the menu of a member. */
  memberMenu: signal<(member: APIGuildMember) => readonly MenuItem[]>(() => []),
  composer: signal<ComposerHook | undefined>(undefined),
  /** A panel beside the chat that looks behind the scenes; its switch is in the header. */
  Inspector: signal<ComponentType | undefined>(undefined),
  /** What lies over the whole page: modals. */
  Overlay: signal<ComponentType | undefined>(undefined),
};
