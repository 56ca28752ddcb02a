/** Where a site has the feed of one of its pages. */
type Rule = (url: URL) => string | undefined;

/** By site, without `www.`; only where it is certain. Most sites name their feeds in their pages. */
const RULES: Readonly<Record<string, Rule>> = {
  'youtube.com': youtube,
  'm.youtube.com': youtube,
  'reddit.com': reddit,
  'old.reddit.com': reddit,
  'tumblr.com': ({ pathname }) => {
    const name = /^\/(?:blog\/view\/)?([\w-]{1,32})\/?$/.exec(pathname)?.[1];
    return name && `https://${name}.tumblr.com/rss`;
  },
  'bsky.app': ({ pathname }) => {
    const profile = /^\/profile\/([\w.:-]+)\/?$/.exec(pathname)?.[1];
    return profile && `https://bsky.app/profile/${profile}/rss`;
  },
  'github.com': ({ pathname }) => {
    const [, repository] = /^\/([\w.-]+\/[\w.-]+)(?:\/releases)?\/?$/.exec(pathname) ?? [];
    return repository && `https://github.com/${repository}/releases.atom`;
  },
};

/**
 * The address of the feed that people mean, where the address of a page on a known site tells it; else the address as it
 * is, with `https://` where that is missing.
 */
export function feedAddressOf(typed: string): string {
  const trimmed = typed.trim().replace(/^<(.*)>$/, '$1');
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.parse(text.replace(/^feed:\/\//i, 'https://'));
  if (!url) return trimmed;
  const host = url.hostname.replace(/^www\./, '');
  const known = Object.hasOwn(RULES, host) ? RULES[host]?.(url) : tumblr(url);
  return known ?? url.href;
}

function youtube({ pathname, searchParams }: URL): string | undefined {
  const channel = /^\/channel\/(UC[\w-]{22})(?:\/|$)/.exec(pathname)?.[1];
  if (channel) return `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
  const list = pathname === '/playlist' ? searchParams.get('list') : null;
  return list && /^[\w-]{10,64}$/.test(list)
    ? `https://www.youtube.com/feeds/videos.xml?playlist_id=${list}`
    : undefined;
}

function reddit({ pathname }: URL): string | undefined {
  const community = /^\/r\/(\w{2,50})\/?$/.exec(pathname)?.[1];
  if (community) return `https://www.reddit.com/r/${community}/new/.rss`;
  const user = /^\/(?:u|user)\/([\w-]{2,50})\/?$/.exec(pathname)?.[1];
  return user && `https://www.reddit.com/user/${user}/submitted/.rss`;
}

function tumblr({ hostname, pathname }: URL): string | undefined {
  return /^[\w-]{1,32}\.tumblr\.com$/.test(hostname) && pathname === '/'
    ? `https://${hostname}/rss`
    : undefined;
}
