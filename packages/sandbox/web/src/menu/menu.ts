import { signal } from '@preact/signals';
import type { MenuItem } from '../slots.ts';

/** A menu that is open, and where. */
export interface OpenMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly x: number;
  readonly y: number;
}

/** The menu that is open; there is never more than one. */
export const menu = signal<OpenMenu | undefined>(undefined);

let opener: HTMLElement | undefined;

/** Opens a menu at the pointer, or below the element for a key press. */
export function openMenu(event: MouseEvent, label: string, items: readonly MenuItem[]): void {
  event.preventDefault();
  event.stopPropagation();
  if (items.length === 0) return;
  opener = event.currentTarget instanceof HTMLElement ? event.currentTarget : undefined;
  const box = opener?.getBoundingClientRect();
  const isByKey = event.clientX === 0 && event.clientY === 0;
  menu.value = {
    label,
    items,
    x: isByKey ? (box?.left ?? 0) : event.clientX,
    y: isByKey ? (box?.bottom ?? 0) : event.clientY,
  };
}

/** Closes the menu and gives the focus back to where it was opened. */
export function closeMenu(): void {
  menu.value = undefined;
  opener?.focus();
  opener = undefined;
}
