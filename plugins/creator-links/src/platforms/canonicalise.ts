import { isIP } from 'node:net';
import { parse } from 'tldts';
import { findPlatform, type FoundPlatform } from './find-platform.ts';
import { findImpersonated, type Impersonated } from './look-alike.ts';
import { WEBSITE } from './platforms.ts';
import { hidesDestination } from './shorteners.ts';
import { isTracking } from './tracking.ts';

/** An address as it is stored. */
export interface Canonical {
  /** `https` always, at most {@link MAX_URL_LENGTH} characters; a host in other letters stands in punycode. */
  readonly url: string;
  /** The name under which the platform is stored. */
  readonly platform: string;
  /** Whose profile it is, where the address tells. */
  readonly username: string | undefined;
}

/** Why an address is not taken. */
export type UrlProblem =
  | { readonly problem: 'not-a-url' | 'too-long' | 'credentials' | 'port' | 'ip' | 'private' | 'http' }
  | { readonly problem: 'shortener'; readonly host: string }
  | { readonly problem: 'look-alike'; readonly host: string; readonly real: Impersonated };

/** Discord takes 512 characters for a link button (Interactions › Message Components › Button). */
export const MAX_URL_LENGTH = 500;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What an address that somebody typed is stored as, or why it is not taken. Never throws. */
export function canonicalise(typed: string): Canonical | UrlProblem {
  const text = typed.trim();
  if (text.length > MAX_URL_LENGTH) return { problem: 'too-long' };
  const url = readUrl(text);
  if (!url) return { problem: 'not-a-url' };
  const found = findPlatform(url.hostname);
  const problem = problemOf(url, found !== undefined);
  if (problem) return problem;
  const canonical = found ? onPlatform(url, found) : asWebsite(url);
  return canonical.url.length > MAX_URL_LENGTH ? { problem: 'too-long' } : canonical;
}

function readUrl(text: string): URL | undefined {
  if (/[\s\p{Cc}\\]/u.test(text)) return undefined;
  const url = URL.parse(SCHEME.test(text) ? text : `https://${text}`);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.hostname === '') return undefined;
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
}

function problemOf(url: URL, isKnown: boolean): UrlProblem | undefined {
  const { username, password, port, protocol, hostname: host } = url;
  if (username !== '' || password !== '') return { problem: 'credentials' };
  if (isIP(host.replaceAll(/[[\]]/g, '')) !== 0) return { problem: 'ip' };
  const real = isKnown ? undefined : findImpersonated(host);
  if (real) return { problem: 'look-alike', host, real };
  const { domain, isIcann } = parse(host);
  if (domain === null || !isIcann) return { problem: 'private' };
  if (port !== '') return { problem: 'port' };
  if (hidesDestination(url)) return { problem: 'shortener', host };
  return protocol === 'http:' && !isKnown ? { problem: 'http' } : undefined;
}

function onPlatform(url: URL, { key, platform, routes, bareHost, host }: FoundPlatform): Canonical {
  const rest = `${pathOf(url)}${queryOf(url, (name) => platform.query?.includes(name) ?? false)}`;
  const destination = routes.find(`${bareHost}${rest}`);
  return {
    url: `https://${destination?.address ?? `${host}${rest}`}`,
    platform: key,
    username: destination?.username,
  };
}

function asWebsite(url: URL): Canonical {
  const path = pathOf(url);
  const rest = `${queryOf(url, (name) => !isTracking(name))}${routeOf(url)}`;
  const page = path === '' && rest !== '' ? `/${rest}` : `${path}${rest}`;
  return { url: `https://${url.hostname}${page}`, platform: WEBSITE, username: undefined };
}

function pathOf({ pathname }: URL): string {
  return withoutNeedlessEncoding(pathname).replace(/\/+$/, '');
}

/** What is kept stands as it was typed: some sites have a path there, as in `?members/cat.1/`. */
function queryOf({ search }: URL, isKept: (name: string) => boolean): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && isKept(nameOf(parameter)));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function nameOf(parameter: string): string {
  const [name = ''] = new URLSearchParams(parameter).keys();
  return name;
}

/** What comes after `#` is a place on the page, but on some sites the page itself: `matrix.to/#/@cat:example.org`. */
function routeOf({ hash }: URL): string {
  return /^#[/!]/.test(hash) ? hash : '';
}

/** Characters mean the same with and without encoding (RFC 3986, 6.2.2.2), and so does the `@` before names. */
function withoutNeedlessEncoding(path: string): string {
  // Next to a lone percent sign, what is decoded could turn into an encoding itself.
  if (/%(?![0-9a-f]{2})/i.test(path)) return path;
  return path.replaceAll(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~@-]/.test(character) ? character : encoded.toUpperCase();
  });
}
