import { quotable, refusal, type UserError, escaped } from '@twi/sdk';
import type { UrlProblem } from './platforms/canonicalise.ts';

type Refusal = UserError.Options;

/** Refusals with nothing to fill in, by what is wrong. */
type Plain =
  | 'bad-title'
  | 'title-with-id'
  | 'bad-username'
  | 'link-gone'
  | 'link-there'
  | 'link-changed'
  | 'not-yours'
  | 'nothing-to-change'
  | 'unknown-platform'
  | 'empty-query'
  | 'entry-changed'
  | 'entry-not-yours'
  | 'bad-content'
  | 'bad-tag'
  | 'url-taken-unseen'
  | 'url-hidden';

export function plainRefusal(what: Plain): Refusal {
  return refusal(`creator-links:errors.${what}`);
}

/** Refusals that say back a title. */
type OfTitle =
  | 'title-taken'
  | 'url-taken'
  | 'no-such-link'
  | 'no-such-removed-link'
  | 'no-such-entry'
  | 'entry-taken';

export function titleRefusal(what: OfTitle, title: string): Refusal {
  return refusal(`creator-links:errors.${what}`, { title: escaped(quotable(title)) });
}

export function tooManyLinks(count: number): Refusal {
  return refusal('creator-links:errors.too-many', { count });
}

export function libraryFull(count: number): Refusal {
  return refusal('creator-links:errors.library-full', { count });
}

export function noSuchTag(tag: string): Refusal {
  return refusal('creator-links:errors.no-such-tag', { tag: quotable(tag).replaceAll('`', '') });
}

/** Why an address is not taken; of a look-alike, which the real one is. */
export function badUrl(problem: UrlProblem): Refusal {
  if (problem.problem === 'shortener')
    return refusal('creator-links:errors.url-shortener', { host: quotable(problem.host) });
  if (problem.problem === 'look-alike')
    return refusal('creator-links:errors.url-look-alike', {
      host: quotable(problem.host),
      name: problem.real.name,
      real: problem.real.domain,
    });
  return refusal(`creator-links:errors.url-${problem.problem}`);
}
