import { signal } from '@preact/signals';
import type { LiveFrame } from '../../../src/web/live-protocol.ts';
import { LIVE_VERSION } from '../../../src/web/live-version.ts';

/** Which of the two is of another version than the other expects; undefined while they understand each other. */
export const outdated = signal<'page' | 'sandbox' | undefined>(undefined);

/** Takes note of what the sandbox says first on a connection; sandboxes of before versions say something else. */
export function greet(frame: LiveFrame): void {
  const version = frame.type === 'hello' ? frame.version : 0;
  if (version === LIVE_VERSION) outdated.value = undefined;
  else outdated.value = version > LIVE_VERSION ? 'page' : 'sandbox';
}
