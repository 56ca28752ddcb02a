import { ART } from './art.ts';
import { CHAT } from './chat.ts';
import { MEDIA } from './media.ts';
import type { Platform } from './platform.ts';
import { SOCIAL } from './social.ts';
import { SUPPORT } from './support.ts';
import { WRITING } from './writing.ts';

/** Every site that is known, by the name under which it is stored. */
export const PLATFORMS = { ...WRITING, ...ART, ...SOCIAL, ...CHAT, ...MEDIA, ...SUPPORT } as const;

/** What a link to none of them is stored as. */
export const WEBSITE = 'website';

const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries<Platform>(PLATFORMS).map(([key, { name }]) => [key, name] as const),
  [WEBSITE, 'Website'],
]);

/** What people call a platform, by the name under which it is stored. */
export function platformName(key: string): string {
  return NAMES.get(key) ?? 'Website';
}

/** The stored name of a platform, by that name or by what people call it, whatever the case. */
export function findPlatformKey(typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase();
  return [...NAMES].find(([key, name]) => key === wanted || name.toLowerCase() === wanted)?.[0];
}
