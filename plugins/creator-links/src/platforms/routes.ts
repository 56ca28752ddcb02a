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

/** The shapes of a platform's addresses, ready to be asked. */
export class Routes {
  readonly #profiles: readonly Route[];
  readonly #others: readonly Route[];
  readonly #reserved: ReadonlySet<string>;
  readonly #ignoresCase: boolean;

  constructor({ profile, also = [], moved = {}, tabs = [], reserved = [], ...platform }: Platform) {
    const name = platform.user ?? NAME;
    const end = tabs.length > 0 ? `(?:/(?:${tabs.map(escape).join('|')}))?` : '';
    const forms = profile === undefined ? [] : [profile.replace(/^www\./, ''), ...also];
    this.#profiles = forms.map((form) => ({ pattern: compile(form, name, end), target: profile ?? form }));
    this.#others = Object.entries(moved).map(([form, target]) => ({
      pattern: compile(form, name, ''),
      target,
    }));
    this.#reserved = new Set(reserved.map((word) => word.toLowerCase()));
    this.#ignoresCase = platform.ignoresCase ?? false;
  }

  /** @param address host without `www.`, path and the query that counts */
  find(address: string): Destination | undefined {
    return this.#profileOf(address) ?? this.#otherOf(address);
  }

  #profileOf(address: string): Destination | undefined {
    for (const { pattern, target } of this.#profiles) {
      const { user, ...rest } = pattern.exec(address)?.groups ?? {};
      if (user !== undefined && !this.#reserved.has(user.toLowerCase())) {
        // Encoded characters have no case of their own.
        const canonical = this.#ignoresCase && !user.includes('%') ? user.toLowerCase() : user;
        return { address: fill(target, { ...rest, user: canonical }), username: decoded(user) };
      }
    }
    return undefined;
  }

  #otherOf(address: string): Destination | undefined {
    for (const { pattern, target } of this.#others) {
      const found = pattern.exec(address);
      if (found) return { address: fill(target, found.groups ?? {}) };
    }
    return undefined;
  }
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
