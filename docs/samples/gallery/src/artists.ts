import { circuitBreaker, type RequestLimits, requestsPerHost, UpstreamError } from '@twi/sdk';
import type { Got } from 'got';
import { z } from 'zod';
import type { GalleryContext } from './context.ts';

const artist = z.object({ name: z.string() });

export class Artists {
  readonly #http: Got;

  constructor({ http }: GalleryContext, key: string) {
    // #region extend
    const artists = http.extend({
      prefixUrl: 'https://api.example.com/v1',
      headers: { authorization: `Bearer ${key}` },
    });
    // #endregion
    // #region polite
    this.#http = artists.extend(
      requestsPerHost({ requests: 5, perMs: 1_000 }),
      circuitBreaker({ failures: 5, pauseMs: 60_000 }),
    );
    // #endregion
  }

  // #region get
  async find(handle: string): Promise<string> {
    try {
      return artist.parse(await this.#http.get('artists', { searchParams: { handle } }).json()).name;
    } catch (cause) {
      throw new UpstreamError('Example', `the artist ${handle} could not be read`, { cause });
    }
  }
  // #endregion
}

/** The first lines of a page that a person named in the option `link`. */
export function page({ http }: GalleryContext, link: string): Promise<string> {
  // #region limits
  const limits: RequestLimits = { maxBytes: 512_000, option: 'link' };
  return http.get(link, { context: limits }).text();
  // #endregion
}
