import { useLayoutEffect, useState } from 'preact/hooks';

/** Which entry of a list is active, moved by the arrow keys of the field that owns the list. */
export interface ListNavigation {
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Moves for arrows, Home and End with Ctrl; tells whether the key was taken. */
  readonly onArrow: (event: KeyboardEvent) => boolean;
}

/**
 * Keeps track of the active entry of a list.
 *
 * @param length - number of entries
 * @param key - a change of it goes back to the first entry
 * @param start - the entry that is active first; -1 for none
 */
export function useListNavigation(length: number, key: string, start = 0): ListNavigation {
  const [active, setActive] = useState(start);
  // Before Enter can come: it must choose from what is shown now.
  useLayoutEffect(() => setActive(start), [key, start]);
  const shown = Math.min(active, length - 1);
  return {
    active: shown,
    setActive,
    onArrow: (event) => {
      const step = stepOf(event.key);
      if (step === 0 || length === 0) return false;
      event.preventDefault();
      setActive((shown + step + length) % length);
      return true;
    },
  };
}

function stepOf(key: string): number {
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}
