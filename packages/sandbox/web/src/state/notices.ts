import { signal } from '@preact/signals';

const SHOWN_MS = 6_000;

/** Something that went wrong, told to the person. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** What is being told, oldest first. */
export const notices = signal<readonly Notice[]>([]);

let lastId = 0;

/** Tells the person why something did not happen. */
export function report(error: unknown): void {
  const id = ++lastId;
  const text = error instanceof Error ? error.message : String(error);
  notices.value = [...notices.value, { id, text }];
  setTimeout(() => dismiss(id), SHOWN_MS);
}

/** Stops telling something. */
export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** Runs something for a person's click, and tells them where it fails. */
export function attempt(action: () => Promise<unknown>): void {
  action().catch(report);
}
