import { z } from 'zod';
import type { Faults } from '../faults.ts';

const MAXIMUM_LATENCY_MS = 60_000;

const faultRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('fail-next'),
    method: z.string().exactOptional(),
    template: z.string().exactOptional(),
    afterwards: z.boolean().exactOptional(),
    status: z.int().min(400).max(599),
    times: z.int().positive().exactOptional(),
    retryAfterMs: z.int().nonnegative().exactOptional(),
  }),
  z.strictObject({ type: z.literal('latency'), milliseconds: z.int().min(0).max(MAXIMUM_LATENCY_MS) }),
  z.strictObject({ type: z.literal('drop-gateway') }),
  z.strictObject({ type: z.literal('invalidate-session'), resumable: z.boolean().default(false) }),
  z.strictObject({ type: z.literal('request-reconnect') }),
  z.strictObject({ type: z.literal('duplicate-next'), event: z.string() }),
  z.strictObject({
    type: z.literal('delay-next'),
    event: z.string(),
    milliseconds: z.int().min(0).max(MAXIMUM_LATENCY_MS),
  }),
  z.strictObject({ type: z.literal('clear') }),
]);

/** Makes the sandbox misbehave as a request says. @throws ZodError for a request of another shape */
export function injectFault(faults: Faults, body: unknown): void {
  const fault = faultRequest.parse(body);
  switch (fault.type) {
    case 'fail-next': {
      const { type: _type, ...rest } = fault;
      return faults.failNext(rest);
    }
    case 'latency':
      return faults.latency(fault.milliseconds);
    case 'drop-gateway':
      return faults.dropGateway();
    case 'invalidate-session':
      return faults.invalidateSession(fault.resumable);
    case 'request-reconnect':
      return faults.requestReconnect();
    case 'duplicate-next':
      return faults.duplicateNext(fault.event);
    case 'delay-next':
      return faults.delayNext(fault.event, fault.milliseconds);
    case 'clear':
      return faults.clear();
  }
}
