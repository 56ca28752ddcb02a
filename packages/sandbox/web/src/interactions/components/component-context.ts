import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { InteractionSession } from '../interaction-session.ts';

/** The message that components belong to, and who acts on it. */
export interface ComponentPlace {
  readonly messageId: string;
  readonly session: InteractionSession;
}

/** Handed down to every component of a message, however deep it lies. */
export const ComponentContext = createContext<ComponentPlace | undefined>(undefined);

/** Finds what a component belongs to. @throws Error outside a message */
export function useComponentPlace(): ComponentPlace {
  const place = useContext(ComponentContext);
  if (!place) throw new Error('A component stands outside a message');
  return place;
}
