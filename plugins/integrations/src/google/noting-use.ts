import { UserError } from '@twi/sdk';
import { plainRefusal } from '../errors.ts';
import type { Quotas } from '../services/quotas.ts';

interface Noting {
  readonly quotas: Quotas;
  readonly secret: string;
}

/** Notes of a search whether those of the day are used up: Google tells nothing else of what is left. */
export async function notingUse<Found>({ quotas, secret }: Noting, search: Promise<Found>): Promise<Found> {
  try {
    const found = await search;
    quotas.forget('google', secret);
    return found;
  } catch (error) {
    const { identifier } = plainRefusal('google-used-up');
    if (error instanceof UserError && error.identifier === identifier)
      quotas.note('google', secret, [
        { what: 'searches today', remaining: 0, limit: undefined, resetsAt: undefined, asOf: new Date() },
      ]);
    throw error;
  }
}
