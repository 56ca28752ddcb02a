import type { Listener } from '@sapphire/framework';

/**
 * A listener that says at once which events it has anything to do with. Most listeners find that most events are not for them;
 * no run begins for those.
 */
interface SelectiveListener extends Listener {
  /** Whether an event is for it. Asked where its plugin is on; answers from memory, and changes nothing. */
  isFor(...args: readonly unknown[]): boolean;
}

/** Whether a listener is one. */
export function isSelective(listener: Listener): listener is SelectiveListener {
  return 'isFor' in listener && typeof listener.isFor === 'function';
}
