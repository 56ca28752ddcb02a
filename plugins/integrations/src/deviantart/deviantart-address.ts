const USERNAME = /^[a-z\d][a-z\d-]{1,29}$/i;

/** The path of the page of a deviation, without a slash before it, or `undefined` where an address leads to none. */
export function parseDeviationAddress(text: string): string | undefined {
  const url = addressIn(text);
  const [, artist, title] = /^\/([^/]+)\/art\/([\w%-]+)\/?$/.exec(url?.pathname ?? '') ?? [];
  return artist !== undefined && USERNAME.test(artist) ? `${artist}/art/${title}` : undefined;
}

/** An artist as people type them: their name, or the address of their page. */
export function parseArtist(text: string): string | undefined {
  const name = addressIn(text)?.pathname.split('/')[1] ?? text.trim().replace(/^@/, '');
  return USERNAME.test(name) ? name : undefined;
}

function addressIn(text: string): URL | undefined {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1');
  const url = URL.parse(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return url && /^(?:www\.)?deviantart\.com$/.test(url.hostname) ? url : undefined;
}
