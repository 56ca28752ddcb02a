import { circuitBreaker, HTTPError, requestsPerHost, type RequestLimits, UserError } from '@twi/sdk';
import { load } from '../html/load-html.ts';
import type { z } from 'zod';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { ask } from '../services/ask.ts';
import { AccessTokens } from './access-tokens.ts';
import {
  type DescribedDeviation,
  type Deviation,
  deviationAnswer,
  deviationOf,
  galleryAnswer,
  metadataAnswer,
} from './deviation.ts';

type Http = IntegrationsContext['http'];
type Parameters = Readonly<Record<string, string | number | boolean>>;

const NAME = 'DeviantArt';
const API = 'api/v1/oauth2';
const MAX_BYTES = 4_194_304;
const UNAUTHORISED = 401;
/** DeviantArt says 400 of an artist who is not there, and 404 of a deviation. */
const MISSING: ReadonlySet<number> = new Set([400, 404, 410]);
const APP_ADDRESS = /^deviantart:\/\/deviation\/([\da-f-]{36})$/i;

/** With which client's id and secret, joined by a colon, something is asked. */
interface Asking {
  readonly secret: string;
}

/** Reads DeviantArt through its API (https://www.deviantart.com/developers). */
export class DeviantArtClient {
  readonly #http: Http;
  readonly #tokens: AccessTokens;

  constructor(http: Http, base = 'https://www.deviantart.com') {
    this.#http = http.extend(
      requestsPerHost({ requests: 5, perMs: 2_000 }),
      circuitBreaker({ failures: 5, pauseMs: 60_000 }),
      { prefixUrl: base, retry: { limit: 1 }, context: { maxBytes: MAX_BYTES } satisfies RequestLimits },
    );
    this.#tokens = new AccessTokens(this.#http);
  }

  /**
   * The id that the API knows a deviation by, which only its page tells.
   *
   * @param path of the page, without a slash before it.
   * @throws {UserError} where there is no such page.
   */
  async idOf(path: string): Promise<string> {
    return ask(NAME, async () => {
      const html = await this.#http.get(path).text().catch(refuse('no-such-deviation'));
      const app = load(html)('meta[property="da:appurl"]').attr('content') ?? '';
      const id = APP_ADDRESS.exec(app)?.[1];
      if (id === undefined) throw new UserError(plainRefusal('no-such-deviation'));
      return id.toLowerCase();
    });
  }

  /** @throws {UserError} where it is deleted. */
  async deviation(id: string, { secret }: Asking): Promise<DescribedDeviation> {
    return ask(NAME, async () => {
      const found = await this.#get(`deviation/${id}`, { secret, schema: deviationAnswer }, {}).catch(
        refuse('no-such-deviation'),
      );
      const deviation = deviationOf(found);
      if (!deviation) throw new UserError(plainRefusal('no-such-deviation'));
      const about = { 'deviationids[]': id };
      const { metadata } = await this.#get('deviation/metadata', { secret, schema: metadataAnswer }, about);
      const { description = '', tags = [] } = metadata[0] ?? {};
      return { ...deviation, description, tags: tags.map(({ tag_name: name }) => name) };
    });
  }

  /** The newest deviations of an artist. @throws {UserError} where there is no such artist. */
  async gallery(
    username: string,
    { secret, size, isAdult }: Asking & { readonly size: number; readonly isAdult: boolean },
  ): Promise<Deviation[]> {
    return ask(NAME, async () => {
      const parameters = { username, limit: size, mature_content: isAdult };
      const { results } = await this.#get('gallery/all', { secret, schema: galleryAnswer }, parameters).catch(
        refuse('no-such-artist'),
      );
      return results.flatMap((found) => deviationOf(found) ?? []);
    });
  }

  /** Asks the API; once more, with a new token, where the token has ended early. */
  async #get<T>(
    path: string,
    { secret, schema }: Asking & { readonly schema: z.ZodType<T> },
    parameters: Parameters,
  ): Promise<T> {
    const run = async () => {
      const headers = { authorization: `Bearer ${await this.#tokens.get(secret)}` };
      // Mature deviations are asked for too, so that it can be said what they are; showing them is another matter.
      const searchParams = { mature_content: true, ...parameters };
      return schema.parse(await this.#http.get(`${API}/${path}`, { searchParams, headers }).json());
    };
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof HTTPError) || error.response.statusCode !== UNAUTHORISED) throw error;
      this.#tokens.forget(secret);
      return run();
    }
  }
}

function refuse(missing: 'no-such-deviation' | 'no-such-artist'): (error: unknown) => never {
  return (error) => {
    if (error instanceof HTTPError && MISSING.has(error.response.statusCode))
      throw new UserError(plainRefusal(missing));
    throw error;
  };
}
