import type { IncomingHttpHeaders } from 'node:http';
import type { IntegrationsContext } from '../context.ts';
import type { Quota, Quotas } from './quotas.ts';
import type { ServiceId } from './service.ts';

interface Noting {
  readonly service: ServiceId;
  readonly quotas: Quotas;
  /** Finds in an answer what is left. */
  readonly read: (url: URL, headers: IncomingHttpHeaders, now: Date) => readonly Quota[];
}

type Http = IntegrationsContext['http'];

/** A client that notes what its answers, refusals among them, tell of what is left to the bearer of a token. */
export function notingQuotas(http: Http, { service, quotas, read }: Noting): Http {
  return http.extend({
    hooks: {
      afterResponse: [
        (response) => {
          const { authorization } = response.request.options.headers;
          const secret = /^Bearer (?<secret>.+)$/.exec(String(authorization))?.groups?.['secret'];
          const url = URL.parse(response.url);
          if (secret !== undefined && url)
            quotas.note(service, secret, read(url, response.headers, new Date()));
          return response;
        },
      ],
    },
  });
}
