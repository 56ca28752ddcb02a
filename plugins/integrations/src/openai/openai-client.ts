import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestsPerHost, type RequestLimits } from '@twi/sdk';
import type { IntegrationsContext } from '../context.ts';
import type { Quotas } from '../services/quotas.ts';
import { type Completion, StreamedCompletion, wholeCompletion } from './completion.ts';
import { explained, isPassing, OpenAiFailure } from './openai-failure.ts';
import { openAiQuotas, waitOf } from './rate-limits.ts';
import { ServerSentEvents } from './server-sent-events.ts';

type Http = IntegrationsContext['http'];

/** A token takes a few hundred bytes when it is sent by itself. */
const MAX_BYTES = 4_194_304;
const MOST_ATTEMPTS = 3;
const FIRST_WAIT_MS = 1_000;
/** A service that wants more patience than this is not asked again. */
const LONGEST_WAIT_MS = 10_000;
/**
 * What a model or a service of another maker may not know. It answers 400 and names what it does not take, and is asked
 * again without.
 */
const OPTIONAL: ReadonlySet<string> = new Set(['stream', 'reasoning_effort', 'store']);

/** How long is waited, in milliseconds. */
interface Patience {
  /** For the first byte, and between two; a model may think before it writes. */
  readonly idle: number;
  /** For all of an answer, however slowly it drips. */
  readonly request: number;
}

const PATIENCE: Patience = { idle: 60_000, request: 120_000 };

/** What a model is asked for. */
export interface CompletionRequest {
  readonly model: string;
  /** What holds whatever the data says. */
  readonly rules: string;
  /** What is to be worked on. */
  readonly data: string;
  /** What the answer looks like: a JSON schema as OpenAI takes it in `strict` mode. */
  readonly shape: { readonly name: string; readonly schema: object };
  /** The longest answer, what the model thinks to itself included. */
  readonly maxTokens: number;
}

interface Parts {
  readonly http: Http;
  readonly quotas: Quotas;
  readonly base?: string | undefined;
  readonly patience?: Patience | undefined;
}

/** Asks OpenAI's Chat Completions, which services of other makers speak too. */
export class OpenAiClient {
  readonly #http: Http;
  readonly #quotas: Quotas;

  constructor({ http, quotas, base = 'https://api.openai.com/v1', patience = PATIENCE }: Parts) {
    this.#quotas = quotas;
    this.#http = http.extend(requestsPerHost({ requests: 5, perMs: 1_000 }), {
      prefixUrl: base,
      throwHttpErrors: false,
      // An interface does not move, and what people wrote goes nowhere else.
      followRedirect: false,
      timeout: { response: patience.idle, socket: patience.idle, request: patience.request },
      retry: { limit: 0 },
      context: { maxBytes: MAX_BYTES } satisfies RequestLimits,
    });
  }

  /**
   * What a model writes.
   *
   * @throws {UserError} where OpenAI wants to be left alone or paid, or does not know the key or the model.
   * @throws {UpstreamError} where it does not answer, or with something else.
   */
  async complete(request: CompletionRequest, secret: string): Promise<Completion> {
    const body = bodyOf(request);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#ask(body, secret);
      } catch (error) {
        if (leaveOut(body, error)) continue;
        const waitMs = waitAfter(error, attempt);
        if (waitMs === undefined) throw explained(error, request.model);
        await sleep(waitMs);
      }
    }
  }

  async #ask(body: object, secret: string): Promise<Completion> {
    const headers = { authorization: `Bearer ${secret}` };
    const stream = this.#http.stream.post('chat/completions', { json: body, headers });
    let status = 0;
    let answered: IncomingHttpHeaders = {};
    stream.once('response', (response) => ({ statusCode: status, headers: answered } = response));
    const decoder = new TextDecoder();
    const events = new ServerSentEvents();
    const streamed = new StreamedCompletion();
    let whole = '';
    for await (const bytes of stream) {
      const text = decoder.decode(bytes as Uint8Array, { stream: true }); // -- got gives bytes
      if (!isStreamed(status, answered)) whole += text;
      else for (const data of events.push(text)) if (data !== '[DONE]') streamed.add(data);
    }
    const now = new Date();
    this.#quotas.note('openai', secret, openAiQuotas(answered, now));
    if (status !== 200) throw new OpenAiFailure(status, whole, waitOf(answered, now));
    return isStreamed(status, answered) ? streamed.end() : wholeCompletion(whole);
  }
}

/** Not every service streams what it is asked to stream. */
function isStreamed(status: number, { 'content-type': type = '' }: IncomingHttpHeaders): boolean {
  return status === 200 && type.startsWith('text/event-stream');
}

function bodyOf({ model, rules, data, shape, maxTokens }: CompletionRequest): Record<string, unknown> {
  return {
    model,
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: data },
    ],
    response_format: { type: 'json_schema', json_schema: { ...shape, strict: true } },
    max_completion_tokens: maxTokens,
    reasoning_effort: 'low',
    store: false,
    stream: true,
  };
}

/** Takes out of a request what was not taken. @returns whether there was something to take out. */
function leaveOut(body: Record<string, unknown>, error: unknown): boolean {
  if (!(error instanceof OpenAiFailure) || error.status !== 400) return false;
  const { param = '' } = error;
  return OPTIONAL.has(param) && param in body && delete body[param];
}

/** How long to wait before the next attempt, in milliseconds; `undefined` where there is none. */
function waitAfter(error: unknown, attempt: number): number | undefined {
  if (attempt >= MOST_ATTEMPTS || !isPassing(error)) return undefined;
  const told = error instanceof OpenAiFailure ? error.waitMs : undefined;
  if (told !== undefined) return told <= LONGEST_WAIT_MS ? told : undefined;
  // Between half of it and all of it, so that those who were turned away together do not come back together.
  return FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}
