/** What an address of AO3 leads to. */
export type Ao3Address =
  | { readonly kind: 'work'; readonly id: string }
  | { readonly kind: 'series'; readonly id: string }
  | { readonly kind: 'author'; readonly user: string; readonly pseud: string | undefined }
  | { readonly kind: 'tag'; readonly name: string };

const HOSTS: ReadonlySet<string> = new Set([
  'archiveofourown.org',
  'archiveofourown.com',
  'archiveofourown.net',
  'ao3.org',
]);

/** AO3's own rule for user names; a pseud may have other letters, too (otwarchive, `User` and `Pseud`). */
const USER = /^\w{3,40}$/;
const LONGEST_NAME = 150;

/** Reads an address, with or without `https://`. `undefined` where it is not one of AO3's that lead to something. */
export function parseAo3Address(text: string): Ao3Address | undefined {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1');
  const url = URL.parse(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || !HOSTS.has(url.hostname.replace(/^www\./, ''))) return undefined;
  const path = url.pathname.replace(/^\/collections\/[^/]+(?=\/works\/)/, '');
  return parsePath(path.split('/').slice(1).map(decoded));
}

function parsePath([kind, name = '', deeper, last]: readonly string[]): Ao3Address | undefined {
  if (kind === 'works' && /^\d{1,12}$/.test(name)) return { kind: 'work', id: name };
  if (kind === 'series' && /^\d{1,12}$/.test(name)) return { kind: 'series', id: name };
  if (kind === 'users' && USER.test(name)) {
    const pseud = deeper === 'pseuds' && last && last.length <= LONGEST_NAME ? last : undefined;
    return { kind: 'author', user: name, pseud };
  }
  if (kind === 'tags' && name !== '' && name.length <= LONGEST_NAME) return { kind: 'tag', name };
  return undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A per cent sign that begins nothing stands for itself.
    return part;
  }
}
