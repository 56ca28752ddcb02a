import { type RequestLimits, UserError } from '@twi/sdk';
import type { IntegrationsContext } from '../../context.ts';
import { ask } from '../../services/ask.ts';
import { decodeText } from '../decode-text.ts';
import { feedsInPageApart } from '../documents/document-reader.ts';
import { pageWithoutFeed } from '../feed-command-errors.ts';
import type { NamedFeed } from './feeds-in-page.ts';

const MAX_BYTES = 4_194_304;

/** Finds the feeds that pages name. */
export class PageFeeds {
  readonly #http: IntegrationsContext['http'];

  constructor(http: IntegrationsContext['http']) {
    this.#http = http.extend({
      headers: { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5' },
      retry: { limit: 0 },
      context: { maxBytes: MAX_BYTES } satisfies RequestLimits,
    });
  }

  /** The feeds that a page names; none where there is no page. @throws {UserError | UpstreamError} where it cannot be read. */
  async in(address: string): Promise<readonly NamedFeed[]> {
    const response = await ask(new URL(address).hostname, () =>
      this.#http.get(address, { responseType: 'buffer' }),
    );
    const html = decodeText(response.body, response.headers['content-type']);
    try {
      return await feedsInPageApart(html, response.url);
    } catch (cause) {
      throw Object.assign(new UserError(pageWithoutFeed()), { cause });
    }
  }
}
