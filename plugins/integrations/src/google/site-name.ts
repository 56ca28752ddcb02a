import { UserError } from '@twi/sdk';
import { plainRefusal } from '../errors.ts';

const LONGEST = 100;
const SITE = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/;

/** The name of a site as people type it: `wikipedia.org`, also as an address. @throws {UserError} `integrations.bad-site` */
export function siteName(text: string): string {
  const typed = text.trim().toLowerCase();
  const host = URL.parse(/^https?:\/\//.test(typed) ? typed : `https://${typed}`)?.hostname ?? '';
  if (host.length > LONGEST || !SITE.test(host)) throw new UserError(plainRefusal('bad-site'));
  return host;
}
