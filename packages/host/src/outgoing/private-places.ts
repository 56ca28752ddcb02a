import ipaddr from 'ipaddr.js';

const PLACE = /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[\w.-]+)):(?<port>\d{1,5})$/i;

/** The places in private networks that may be opened nevertheless, each a host and a port. */
export class PrivatePlaces {
  readonly #places: ReadonlySet<string>;

  /**
   * @param places such as `127.0.0.1:8080`, `[::1]:8080` or `feeds.internal:80`
   * @throws {TypeError} naming the first that is none.
   */
  constructor(places: readonly string[]) {
    this.#places = new Set(places.map(normalised));
  }

  /** Whether a place is among them, by the name that was asked for or by the address that it has. */
  has({ host, address, port }: { readonly host: string; readonly address: string; readonly port: number }) {
    return this.#places.has(placeOf(host, port)) || this.#places.has(placeOf(address, port));
  }
}

function normalised(place: string): string {
  const { v6, name, port } = PLACE.exec(place)?.groups ?? {};
  const host = v6 ?? name;
  if (host === undefined)
    throw new TypeError(`"${place}" must be a host and a port, such as 127.0.0.1:8080.`);
  return placeOf(host, Number(port));
}

function placeOf(host: string, port: number): string {
  const name = ipaddr.isValid(host) ? ipaddr.parse(host).toNormalizedString() : host.toLowerCase();
  return `${name} ${port}`;
}
