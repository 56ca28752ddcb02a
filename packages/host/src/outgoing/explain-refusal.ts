import {
  AddressRefusedError,
  type Phrase,
  phrase,
  quotable,
  type RequestLimits,
  refusal,
  type UserError,
} from '@twi/sdk';
import type { RequestError } from 'got';
import { ConnectionRefusal, type RefusalReason } from './connection-refusal.ts';

/** What got itself does not ask for. */
const GOT_REFUSALS: Readonly<Record<string, RefusalReason>> = {
  ERR_INVALID_URL: 'no-address',
  ERR_UNSUPPORTED_PROTOCOL: 'not-http',
};

/** Puts the refusal of an address into words for whoever gave it; any other error stays as it is. */
export function explainRefusal(error: RequestError): Error {
  const options = refusalOptions(error);
  if (!options) return error;
  const { option } = error.options.context as RequestLimits; // -- what `context.http` documents
  if (option === undefined) return new AddressRefusedError(options);
  const { phrase: problem } = options.context as { readonly phrase: Phrase }; // -- as `refusal` makes them
  return new AddressRefusedError({
    ...options,
    message: `${option}: ${options.message}`,
    context: { phrase: phrase('core:addresses.in-option', { option, problem }) },
  });
}

function refusalOptions(error: RequestError): UserError.Options | undefined {
  const { cause } = error;
  const reason = cause instanceof ConnectionRefusal ? cause.reason : GOT_REFUSALS[error.code];
  if (reason !== 'private-address') return reason && refusal(`core:addresses.${reason}`);
  const host = cause instanceof ConnectionRefusal ? cause.host : '';
  return refusal('core:addresses.private-address', { host: quotable(host) });
}
