import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions, type ResponseLike } from 'discord.js';
import { DiscordUnreachableError } from '../errors/discord-unreachable-error.ts';
import type { DiscordTrouble } from './discord-trouble.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Init = Parameters<MakeRequest>[1];

/** Everything but a file is answered within a second on good days. */
const ANSWERED_WITHIN_MS = 5_000;
/** What would be done twice is not asked for again while Discord may still be at it: a ban of hundreds takes its time. */
const CREATED_WITHIN_MS = 15_000;
/** discord.js tries again at once, which a server in trouble can do without. */
const WAIT_MS = 200;
const JITTER_MS = 200;
const POSTS_MESSAGE = /\/channels\/\d+\/messages$/;

/**
 * Sends discord.js's requests and waits for the whole answer, so that one that breaks off, hangs halfway or is no JSON is an
 * answer that did not come, which discord.js asks for again. Of what was done but answered badly, only what can be done
 * twice is asked for again; and what is gone when it is taken away again, is taken away.
 */
export function steadyRequests(trouble: Pick<DiscordTrouble, 'note'>): MakeRequest {
  /** Deletions whose answers got lost. All tries of a request share its headers. */
  const lost = new WeakSet<object>();

  /** @throws {DiscordUnreachableError} when no whole answer came */
  return async (url, init) => {
    let isDone = false;
    try {
      const whole = await receiveInTime(url, init, () => (isDone = true));
      const { status } = whole;
      if (status >= 500 || status === 429) trouble.note();
      if (status >= 500) await retreat(init, lost);
      return status === 404 && init.headers && lost.has(init.headers) ? deleted(whole) : whole;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      trouble.note();
      await retreat(init, lost);
      throw new DiscordUnreachableError({ isRepeatable: !isDone || isRepeatable(url, init), cause: error });
    }
  };
}

/** Files take as long as they take, up to discord.js's own limit. */
async function receiveInTime(url: string, init: Init, onDone: () => void): Promise<ResponseLike> {
  const patience = new AbortController();
  const withinMs = isRepeatable(url, init) ? ANSWERED_WITHIN_MS : CREATED_WITHIN_MS;
  const timer = setTimeout(() => patience.abort(), withinMs);
  const signals = [init.signal, init.body instanceof FormData ? undefined : patience.signal].filter(Boolean);
  try {
    const signal = AbortSignal.any(signals as AbortSignal[]); // -- undici's type of the same class
    const response = await DefaultRestOptions.makeRequest(url, { ...init, signal });
    if (response.ok) onDone();
    return await receive(response);
  } finally {
    clearTimeout(timer);
  }
}

async function receive(response: ResponseLike): Promise<ResponseLike> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const value: unknown = isJson ? JSON.parse(bytes.toString()) : undefined;
  return {
    ...response,
    body: null,
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
    json: async () => value,
    text: async () => bytes.toString(),
  };
}

/** Whether doing it twice is doing it once. Messages carry a nonce. */
function isRepeatable(url: string, { method }: Init): boolean {
  return method !== 'POST' || POSTS_MESSAGE.test(new URL(url).pathname);
}

function deleted(response: ResponseLike): ResponseLike {
  return { ...response, status: 204, statusText: 'No Content', ok: true };
}

/** Remembers what may have been taken away, and leaves Discord alone for a moment. */
async function retreat({ method, headers }: Init, lost: WeakSet<object>): Promise<void> {
  if (method === 'DELETE' && headers) lost.add(headers);
  await sleep(WAIT_MS + Math.random() * JITTER_MS);
}
