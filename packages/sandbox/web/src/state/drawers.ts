import { signal } from '@preact/signals';

/** What slides over the chat where there is no room beside it, and is shown or hidden where there is. */
export type Drawer = 'channels' | 'members' | 'inspector' | undefined;

/** The drawer that is open on a narrow screen. */
export const drawer = signal<Drawer>(undefined);

/** Whether the list of members is shown on a wide screen. */
export const showsMembers = signal(true);

/** Whether the inspector is shown. */
export const showsInspector = signal(false);

/** Closes the drawer of a narrow screen. */
export function closeDrawer(): void {
  drawer.value = undefined;
}
