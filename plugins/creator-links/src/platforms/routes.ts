import type { Platform } from './platform.ts';

/** Where an address leads that has one of the known shapes. */
export interface Destination {
  /** Without `https://`. */
  readonly address: string;
  readonly username?: string;
}

interface Route {
  readonly pattern: RegExp;
  readonly target: string;
}

const NAME = '[A-Za-z0-9._-]{1,64}';
/** What may be put into another address without changing its meaning there. */
const ID = '[A-Za-z0-9_~.-]+';
const ANY = '[^/?#]+';

/** What is no part of a name: what breaks lines, and what cannot be seen. */
const NOT_IN_NAMES = /[\s\p{Cc}\p{Cf}]/u;

/** The shapes of a platform's addresses, ready to be asked. */
export class Routes {
  readonly #routes: readonly Route[];
  readonly #reserved: ReadonlySet<string>;
  readonly #ignoresCase: boolean;

  constructor({ profile, also = [], moved = {}, tabs = [], reserved = [], ...platform }: Platform) {
    const name = platform.user ?? NAME;
    const end = tabs.length > 0 ? `(?:/(?:${tabs.map(escape).join('|')}))?` : '';
    const forms = profile === undefined ? [] : [withoutWww(profile), ...also];
    this.#routes = [
      ...forms.map((form) => ({ pattern: compile(form, name, end), target: profile ?? form })),
      ...Object.entries(moved).map(([form, target]) => ({ pattern: compile(form, name, ''), target })),
    ];
    this.#reserved = new Set(reserved.map((word) => word.toLowerCase()));
    this.#ignoresCase = platform.ignoresCase ?? false;
  }

  /** @param address host without `www.`, path and the query that counts */
  find(address: string): Destination | undefined {
    const found = this.#match(address);
    if (!found || found.username !== undefined) return found;
    // What has moved may be a profile where it is now: `cat.bsky.social`.
    return this.#match(withoutWww(found.address)) ?? found;
  }

  #match(address: string): Destination | undefined {
    for (const { pattern, target } of this.#routes) {
      const groups = pattern.exec(address)?.groups;
      const { user, ...rest } = groups ?? {};
      if (groups && user === undefined) return { address: fill(target, rest) };
      const username = user === undefined ? undefined : this.#nameOf(user);
      if (user !== undefined && username !== undefined) {
        // Encoded characters have no case of their own.
        const canonical = this.#ignoresCase && !user.includes('%') ? user.toLowerCase() : user;
        return { address: fill(target, { ...rest, user: canonical }), username };
      }
    }
    return undefined;
  }

  /** Whose name stands in an address; `undefined` where it is nobody's. */
  #nameOf(encoded: string): string | undefined {
    const name = decoded(encoded);
    return this.#reserved.has(name.toLowerCase()) || NOT_IN_NAMES.test(name) ? undefined : name;
  }
}

function withoutWww(address: string): string {
  return address.replace(/^www\./, '');
}

function compile(form: string, name: string, end: string): RegExp {
  const source = form
    .split(/(\{\w+\})/)
    .map((part) => partOf(part, name))
    .join('');
  return new RegExp(`^${source}${end}$`);
}

function partOf(part: string, name: string): string {
  if (part === '{user}') return `(?<user>${name})`;
  if (part === '{id}') return `(?<id>${ID})`;
  if (part === '{host}') return `(?<host>${ANY})`;
  return part === '{any}' ? ANY : escape(part);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function fill(target: string, parts: Readonly<Record<string, string | undefined>>): string {
  return target.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // -- a lone percent sign is no encoding, and is shown as it is
    return name;
  }
}
