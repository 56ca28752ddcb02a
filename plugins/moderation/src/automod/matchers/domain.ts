import { domainToASCII, domainToUnicode } from 'node:url';
import { normalise } from '../text/normalise.ts';

const NAME = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/;

/** A domain as people type it, with or without the rest of an address, in ASCII (punycode); `undefined` if it is none. */
export function readDomain(text: string): string | undefined {
  const host = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#:].*$/s, '')
    .replace(/^(?:\*?\.)+/, '')
    .replace(/\.$/, '');
  const ascii = domainToASCII(host.toLowerCase());
  return NAME.test(ascii) ? ascii : undefined;
}

/** Whether a host is a domain or lies under it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** What a domain looks like to people: decoded, with look-alikes as ASCII letters. */
export function appearance(host: string): string {
  return normalise(domainToUnicode(host), { homoglyphs: true })
    .text.replaceAll('rn', 'm')
    .replaceAll(/[0o]/g, 'o')
    .replaceAll(/[1li|]/g, 'l');
}
