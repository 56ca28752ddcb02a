import { type LookupAddress, promises as dns } from 'node:dns';
import { isIP } from 'node:net';
import { ConnectionRefusal } from './connection-refusal.ts';
import type { PrivatePlaces } from './private-places.ts';
import { isPublicAddress } from './public-address.ts';

/** Finds the addresses of a host. */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

/** The resolver of the operating system. */
export const resolveBySystem: ResolveHost = (host) => dns.lookup(host, { all: true });

/** What they mean is settled, whatever a resolver says (RFC 6761, section 6.3). */
const LOCAL_NAME = /(?:^|\.)localhost\.?$/i;
const THIS_MACHINE: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** Decides which addresses may be connected to. */
export class AddressGuard {
  readonly #places: PrivatePlaces;
  readonly #resolve: ResolveHost;

  constructor({ places, resolve }: { readonly places: PrivatePlaces; readonly resolve: ResolveHost }) {
    this.#places = places;
    this.#resolve = resolve;
  }

  /** @throws {ConnectionRefusal} when the host is an address that must not be connected to. A name is not resolved. */
  check(host: string, port: number): void {
    if (isIP(host) && !this.#allows(host, host, port)) throw new ConnectionRefusal('private-address', host);
  }

  /**
   * The addresses of a host that may be connected to.
   *
   * @throws {ConnectionRefusal} when none of them may.
   */
  async lookUp(host: string, port: number): Promise<readonly LookupAddress[]> {
    const found = LOCAL_NAME.test(host) ? THIS_MACHINE : await this.#resolve(host);
    const allowed = found.filter(({ address }) => this.#allows(host, address, port));
    if (allowed.length === 0) throw new ConnectionRefusal('private-address', host);
    return allowed;
  }

  #allows(host: string, address: string, port: number): boolean {
    return isPublicAddress(address) || this.#places.has({ host, address, port });
  }
}
