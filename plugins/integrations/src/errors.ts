import { phrase, refusal, type UserError } from '@twi/sdk';
import { SERVICES, type ServiceId } from './services/service.ts';

type Refusal = UserError.Options;

/** A service has no credentials, and who can enter them. */
export function notConfigured(service: ServiceId): Refusal {
  const { name, variables } = SERVICES[service];
  return refusal('integrations:errors.not-configured', {
    service: name,
    id: service,
    variables: variables.map((each) => `\`${each}\``).join(', '),
  });
}

/** A service wants to be left alone for a while. */
export function busy(service: string, seconds: number | undefined): Refusal {
  return seconds === undefined
    ? refusal('integrations:errors.busy', { service })
    : refusal('integrations:errors.busy-until', {
        service,
        wait: phrase('integrations:minutes', { count: Math.ceil(seconds / 60) }),
      });
}

/** A service does not take the credentials that are entered. */
export function refusedCredentials(service: string): Refusal {
  return refusal('integrations:errors.refused-credentials', { service });
}

/** What was entered cannot be a credential. */
export function badSecret(field: string): Refusal {
  return refusal('integrations:errors.bad-secret', { field });
}

/** Refusals with nothing to fill in, by what is wrong. */
type Plain =
  | 'not-a-work'
  | 'not-a-series'
  | 'not-an-author'
  | 'no-such-work'
  | 'no-such-series'
  | 'no-such-author'
  | 'no-such-tag'
  | 'work-restricted'
  | 'work-unrevealed'
  | 'not-a-wiki'
  | 'not-a-feed'
  | 'feed-gone'
  | 'feed-missing'
  | 'bad-site'
  | 'not-a-deviation'
  | 'not-an-artist'
  | 'no-such-deviation'
  | 'no-such-artist'
  | 'no-gallery'
  | 'not-a-post'
  | 'not-a-handle'
  | 'no-such-post'
  | 'no-such-account'
  | 'account-suspended'
  | 'account-protected'
  | 'google-used-up';

export function plainRefusal(what: Plain): Refusal {
  return refusal(`integrations:errors.${what}`);
}
