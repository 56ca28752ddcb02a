import { fileKind } from './file-kind.ts';

/** Sites whose works people share, and addresses that lead to a file. */
export type LinkedSite = 'ao3' | 'deviantart' | 'discord-file' | 'image' | 'other' | 'x';

const SITES: Readonly<Record<string, LinkedSite>> = {
  'archiveofourown.org': 'ao3',
  'ao3.org': 'ao3',
  'deviantart.com': 'deviantart',
  'fav.me': 'deviantart',
  'sta.sh': 'deviantart',
  'fixupx.com': 'x',
  'fxtwitter.com': 'x',
  'twitter.com': 'x',
  'vxtwitter.com': 'x',
  'x.com': 'x',
};

const DISCORD_CDN: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** What the sites are called; those that only lead to a file or to anywhere have no name. */
export const SITE_NAMES = {
  ao3: 'AO3',
  deviantart: 'DeviantArt',
  x: 'X',
} as const satisfies Partial<Record<LinkedSite, string>>;

/** Where an address leads; `cdn` is the origin of Discord's files where it is not Discord's own. */
export function linkedSite({ hostname, origin, pathname }: URL, cdn?: string): LinkedSite {
  const isOnCdn = DISCORD_CDN.has(hostname) || origin === cdn;
  if (isOnCdn && /^\/(?:ephemeral-)?attachments\/\d+\/\d+\//.test(pathname)) return 'discord-file';
  const known = SITES[hostname.replace(/^(?:www|mobile|m)\./, '')] ?? siteOfSubdomain(hostname);
  if (known) return known;
  return fileKind(pathname) === 'image' ? 'image' : 'other';
}

/** Artists of DeviantArt once had addresses of their own. */
function siteOfSubdomain(hostname: string): LinkedSite | undefined {
  return hostname.endsWith('.deviantart.com') ? 'deviantart' : undefined;
}
