const HOSTS: ReadonlySet<string> = new Set([
  'x.com',
  'twitter.com',
  'fxtwitter.com',
  'vxtwitter.com',
  'fixupx.com',
]);
const HANDLE = /^\w{1,15}$/;

/** The id of the post that an address leads to, or `undefined` where it leads to none. */
export function parsePostAddress(text: string): string | undefined {
  const url = addressIn(text);
  return url && /^\/(?:\w{1,15}|i|i\/web)\/status(?:es)?\/(\d{1,19})(?:\/|$)/.exec(url.pathname)?.[1];
}

/** A handle as people type it: `@name`, `name`, or the address of the account. */
export function parseHandle(text: string): string | undefined {
  const trimmed = text.trim();
  const handle = addressIn(trimmed)?.pathname.split('/')[1] ?? trimmed.replace(/^@/, '');
  return HANDLE.test(handle) ? handle : undefined;
}

function addressIn(text: string): URL | undefined {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1');
  const url = URL.parse(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return url && HOSTS.has(url.hostname.replace(/^(?:www|mobile)\./, '')) ? url : undefined;
}
