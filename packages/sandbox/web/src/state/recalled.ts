import { effect, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';

/** A signal that a reload of the page leaves as it was; each tab has its own. */
export function recalled(name: string, initial: string): Signal<string> {
  const value = signal(sessionStorage.getItem(name) ?? initial);
  effect(() => sessionStorage.setItem(name, value.value));
  return value;
}
