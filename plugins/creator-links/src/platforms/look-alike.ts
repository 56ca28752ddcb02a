import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import unhomoglyph from 'unhomoglyph';
import { hostsOf } from './find-platform.ts';
import { isMisspelling } from './misspelling.ts';
import type { Platform } from './platform.ts';
import { PLATFORMS } from './platforms.ts';

/** The site as which a host passes itself off. */
export interface Impersonated {
  readonly name: string;
  /** Its real domain. */
  readonly domain: string;
}

interface KnownDomain extends Impersonated {
  readonly label: string;
  readonly suffix: string;
  /** What the domain and its label look like. */
  readonly domainLook: string;
  readonly labelLook: string;
}

/** Shorter names are parts of many honest ones. */
const SHORTEST_NAME = 5;
const SHORTEST_PART = 4;

const KNOWN: readonly KnownDomain[] = Object.values<Platform>(PLATFORMS).flatMap((platform) =>
  [...new Set(hostsOf(platform).map((host) => parse(host).domain ?? host))].map((domain) =>
    knownDomain(platform.name, domain),
  ),
);

/**
 * The known site for which a host that is none of theirs would be taken: by letters that look alike, by its domain
 * within another (`patreon.com.evil.example`), or by a slip of the finger. Sure cases alone: a name of its own that is
 * merely similar is nobody's.
 */
export function findImpersonated(host: string): Impersonated | undefined {
  const { domain, domainWithoutSuffix: label, publicSuffix: suffix } = parse(host);
  if (domain === null || label === null || suffix === null) return undefined;
  const name = lookOf(label).replace(/^www-?/, '');
  const looks = { domain: lookOf(domain), host: lookOf(host) };
  const found = KNOWN.filter(
    (known) =>
      isWithin(looks.host, known) ||
      known.domainLook === looks.domain ||
      (known.label.length >= SHORTEST_NAME && known.labelLook === name && label !== known.label) ||
      (suffix === known.suffix && isMisspelling(label, known.label)),
  );
  // Of a site with several domains the likeliest: `dlscord.com` is meant to be `discord.com`, not `discord.gg`.
  return found.find((known) => known.suffix === suffix) ?? found[0];
}

/** Whether the domain stands within a longer one, where people stop reading. */
function isWithin(look: string, { domainLook, label }: KnownDomain): boolean {
  if (label.length < SHORTEST_PART) return false;
  return [`${domainLook}.`, `${domainLook}-`].some(
    (part) => look.startsWith(part) || look.includes(`.${part}`),
  );
}

function knownDomain(name: string, domain: string): KnownDomain {
  const { domainWithoutSuffix, publicSuffix } = parse(domain);
  const label = domainWithoutSuffix ?? domain;
  return {
    name,
    domain,
    label,
    suffix: publicSuffix ?? '',
    domainLook: lookOf(domain),
    labelLook: lookOf(label),
  };
}

/** What a host looks like: accents and alphabets gone, and what a careless eye takes for the same the same. */
function lookOf(host: string): string {
  const plain = domainToUnicode(host).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return unhomoglyph(plain)
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll(/[1i|]/g, 'l');
}
