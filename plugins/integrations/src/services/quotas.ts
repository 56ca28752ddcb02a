import { createHash } from 'node:crypto';
import type { ServiceId } from './service.ts';

/** Credentials whose quotas were told longest ago are forgotten. */
const MOST_KEPT = 1_000;

/** What a service said is left to whom it knows. */
export interface Quota {
  /** What is counted, such as `requests`; a service may count several things. */
  readonly what: string;
  readonly remaining: number;
  /** How many there are in all. */
  readonly limit: number | undefined;
  /** When they come back. */
  readonly resetsAt: Date | undefined;
  /** When the service said so. */
  readonly asOf: Date;
}

/** What services said last about what is left, in this process. Secrets themselves are not kept. */
export class Quotas {
  readonly #told = new Map<string, ReadonlyMap<string, Quota>>();

  /** Remembers what a service said to whoever asked with this secret. */
  note(service: ServiceId, secret: string, quotas: readonly Quota[]): void {
    if (quotas.length === 0) return;
    const key = keyOf(service, secret);
    const before = this.#told.get(key) ?? new Map<string, Quota>();
    this.#told.delete(key);
    this.#told.set(key, new Map([...before, ...quotas.map((quota) => [quota.what, quota] as const)]));
    const [oldest = ''] = this.#told.size > MOST_KEPT ? this.#told.keys() : [];
    this.#told.delete(oldest);
  }

  /** Forgets what was said, since it is not so any more. */
  forget(service: ServiceId, secret: string): void {
    this.#told.delete(keyOf(service, secret));
  }

  /** What is known of a secret. */
  of(service: ServiceId, secret: string): readonly Quota[] {
    return [...(this.#told.get(keyOf(service, secret))?.values() ?? [])];
  }
}

function keyOf(service: ServiceId, secret: string): string {
  return createHash('sha256').update(`${service}:${secret}`).digest('base64');
}
