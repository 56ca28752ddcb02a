import type { Platform } from './platform.ts';
import { PLATFORMS } from './platforms.ts';
import { Routes } from './routes.ts';

/** A platform to which a host belongs. */
export interface FoundPlatform {
  /** The name under which it is stored. */
  readonly key: string;
  readonly platform: Platform;
  readonly routes: Routes;
  /** The host without `www.` and the like, as routes want it; one of the other hosts becomes the platform's own. */
  readonly bareHost: string;
  /** The host of the canonical address, where no route says another. */
  readonly host: string;
}

interface Entry {
  readonly key: string;
  readonly platform: Platform;
  readonly routes: Routes;
}

const VARIANT = /^(?:www|m|mobile)\./;

const BY_HOST = new Map<string, Entry>();
for (const [key, platform] of Object.entries<Platform>(PLATFORMS)) {
  const entry = { key, platform, routes: new Routes(platform) };
  for (const host of hostsOf(platform)) BY_HOST.set(host, entry);
}

/** The hosts and domains that belong to a platform, without `www.`. */
export function hostsOf({ host, aliases = [], domains = [] }: Platform): readonly string[] {
  return [host, ...aliases, ...domains].map((each) => each.replace(VARIANT, ''));
}

/** The platform to which a host, in ASCII and lower case, belongs; `undefined` when it is none that is known. */
export function findPlatform(host: string): FoundPlatform | undefined {
  const bare = host.replace(VARIANT, '');
  const exact = BY_HOST.get(bare);
  if (exact) return located(exact, bare);
  // `somebody.tumblr.com` and `blog.youtube.com` are theirs too.
  const parent = parentsOf(host).find((domain) => BY_HOST.has(domain));
  const entry = parent === undefined ? undefined : BY_HOST.get(parent);
  return entry && { ...entry, bareHost: host, host };
}

function located(entry: Entry, bare: string): FoundPlatform {
  const own = entry.platform.host.replace(VARIANT, '');
  const isOwn = bare === own || (entry.platform.aliases ?? []).some((alias) => alias === bare);
  return isOwn
    ? { ...entry, bareHost: own, host: entry.platform.host }
    : { ...entry, bareHost: bare, host: bare };
}

function parentsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}
