import type { LeafOf } from '../rules/condition.ts';
import { appearance, isWithin } from './domain.ts';
import type { Hit, Matcher, Subject } from './subject.ts';
import { addressesIn, type Address } from './addresses.ts';

/** Links: all of them, those to some domains, or those to any but some. Subdomains count as their domain. */
export function links({ mode, domains }: LeafOf<'links'>): Matcher {
  const judge = mode === 'deny' ? denied(domains) : mode === 'allow' ? notAllowed(domains) : any;
  return {
    cost: 3,
    find(subject: Subject): Hit | undefined {
      for (const address of addressesIn(subject.text)) {
        const what = judge(address);
        if (what) return { what, part: address.part };
      }
      return undefined;
    },
  };
}

type Judge = (address: Address) => string | undefined;

const any: Judge = ({ host, isLink }) => (isLink ? `a link to ${host}` : undefined);

function notAllowed(domains: readonly string[]): Judge {
  return ({ host, isLink }) =>
    isLink && !domains.some((domain) => isWithin(host, domain)) ? `a link to ${host}` : undefined;
}

/** Denied domains count without `https://` as well, and so does what merely looks like one of them. */
function denied(domains: readonly string[]): Judge {
  const appearances = domains.map((domain) => appearance(domain));
  return ({ host, looks }) => {
    const domain = domains.find((listed) => isWithin(host, listed));
    if (domain) return `a link to ${domain}`;
    const at = appearances.findIndex((listed) => isWithin(looks, listed));
    return at < 0 ? undefined : `a link to ${host}, which looks like ${domains[at]}`;
  };
}
