import { isIPv6 } from 'node:net';
import { types } from 'node:util';
import { HiddenValues } from './hidden-values.ts';

const MASK = '[redacted]';

/** Names of fields whose whole value is a secret. */
const SECRET_FIELD =
  /^(?:.*(?:password|passwd|secret|api[-_]?key|private[-_]?key)|(?:access|refresh|bot|id)?[-_]?token|authorization|cookie|set-cookie)$/i;

/** Nobody's address: it tells about this machine only. */
const LOCAL_IP = /^(?:127\.|0\.0\.0\.0$|255\.255\.255\.)/;

type Rule = readonly [
  pattern: RegExp,
  replacement: string | ((match: string, ...groups: string[]) => string),
];

/** Every repetition is bounded or anchored by a look-behind, so that a long line costs linear time. */
const RULES: readonly Rule[] = [
  // The password of a connection string; the rest of the URL stays readable.
  [/(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/?#]{0,128}:)[^\s@/?#]{1,512}(?=@)/gi, MASK],
  // Tokens of webhooks and interactions in Discord's own URLs.
  [/(?<=\/(?:webhooks|interactions)\/\d{17,20}\/)[\w.%~-]{20,}/g, MASK],
  // Discord's bot tokens (base64 of the id, time, HMAC) and those of accounts with two factors.
  [/(?<![\w-])[\w-]{23,30}\.[\w-]{5,8}\.[\w-]{27,60}(?![\w-])/g, MASK],
  [/(?<![\w-])mfa\.[\w-]{20,128}/g, MASK],
  // Keys with a known shape: OpenAI and kin, Google, GitHub, Slack, AWS.
  [/(?<![\w-])(?:sk|pk|rk)[-_][\w-]{16,256}/g, MASK],
  [
    /(?<![\w-])(?:AIza[\w-]{30,40}|gh[pousr]_\w{30,255}|github_pat_\w{20,255}|xox[abprs]-[\w-]{10,255}|AKIA[A-Z0-9]{16})/g,
    MASK,
  ],
  [/(?<![\w-])eyJ[\w-]{8,2048}\.[\w-]{8,4096}\.[\w-]{8,1024}/g, MASK],
  // Credentials of HTTP headers. A digit or padding tells them from prose ("basic understanding").
  [/(?<=\b(?:Bearer|Basic|Bot)\s{1,4})(?=[A-Za-z._~+/-]{0,256}[\d=])[\w.~+/=-]{8,2048}/g, MASK],
  [
    /(?<=\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?)(?!["']|\[redacted\]|(?:Bearer|Basic|Bot)\s)[^\s"',;}]{1,2048}/gi,
    MASK,
  ],
  // Parameters of URLs and forms, and fields of configuration, by their name.
  [
    /(?<=[?&](?:key|api[-_]?key|(?:access|refresh)[-_]?token|token|client[-_]?secret|secret|password|signature|sig)=)[^\s&#"'<>]{1,2048}/gi,
    MASK,
  ],
  [
    /(?<=(?:password|passwd|secret|api[-_]?key)["']?\s{0,4}[:=]\s{0,4}["']?)(?!\[redacted\]|["'])[^\s"',;&}]{1,2048}/gi,
    MASK,
  ],
  [/(?<=token["']?\s{0,4}[:=]\s{0,4}["']?)(?=[\w.~+/=-]{0,256}\d)[\w.~+/=-]{8,2048}/gi, MASK],
  // People.
  [
    /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![\w-])/gi,
    '[e-mail]',
  ],
  [
    /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]*\w)/g,
    (ip) => (LOCAL_IP.test(ip) ? ip : '[ip]'),
  ],
  [
    /(?<![\w:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:])/gi,
    (text) => (text.length > 3 && isIPv6(text) ? '[ip]' : text),
  ],
];

/** Takes secrets and personal data out of a text. Masking twice changes nothing. */
export type Redact = (text: string) => string;

/**
 * Makes a function that masks tokens, passwords in connection strings, keys, e-mail and IP addresses, and the given
 * values, and leaves paths and URLs readable. Everything that is logged, stored or shown goes through it.
 *
 * @param secrets values that are masked whatever they look like, also URL-encoded, JSON-escaped or in base64.
 */
export function createRedact(secrets: readonly string[] | HiddenValues = []): Redact {
  const hidden = secrets instanceof HiddenValues ? secrets : new HiddenValues(secrets);
  return (text) => {
    let masked = text;
    for (const secret of hidden.forms) masked = masked.replaceAll(secret, MASK);
    for (const [pattern, replacement] of RULES)
      masked =
        typeof replacement === 'string'
          ? masked.replace(pattern, replacement)
          : masked.replace(pattern, replacement);
    return masked;
  };
}

/** A copy of a value for a structured log: texts masked, secret fields masked whole, errors with their causes, cycles cut. */
export function redactDeep(value: unknown, redact: Redact, depth = 6): unknown {
  return copy(value, { redact, depth, seen: new Set() });
}

interface CopyState {
  readonly redact: Redact;
  readonly depth: number;
  readonly seen: Set<object>;
}

function copy(value: unknown, state: CopyState): unknown {
  if (typeof value === 'string') return state.redact(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return value.toString().slice(0, 80);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (state.seen.has(value)) return '[circular]';
  if (state.depth === 0) return '[…]';
  const inner = { ...state, depth: state.depth - 1, seen: new Set([...state.seen, value]) };
  if (Array.isArray(value)) return value.map((item) => copy(item, inner));
  if (value.constructor === Map) return copy(Object.fromEntries(value), inner);
  if (value.constructor === Set) return copy([...value], inner);
  if (value instanceof URL) return state.redact(value.href);
  return isData(value) ? copyFields(value, inner) : nameOf(value);
}

/** Errors and plain objects. A structure of discord.js leads to the client, and so to everything. */
function isData(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || types.isNativeError(value);
}

/** What stands for a value that is not copied: `[Guild 123456789012345678]`. */
function nameOf(value: object): string {
  const id = 'id' in value && typeof value.id === 'string' ? ` ${value.id}` : '';
  return `[${value.constructor.name}${id}]`;
}

function copyFields(value: object, state: CopyState): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (types.isNativeError(value)) {
    result['type'] = value.name;
    result['message'] = state.redact(value.message);
    result['stack'] = state.redact(value.stack ?? '');
    if (value.cause !== undefined) result['cause'] = copy(value.cause, state);
    if (value instanceof AggregateError) result['errors'] = copy(value.errors, state);
  }
  for (const [key, field] of Object.entries(value))
    result[key] ??=
      SECRET_FIELD.test(key) && field !== undefined && field !== null ? MASK : copy(field, state);
  return result;
}
