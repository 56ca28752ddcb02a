import { z } from 'zod';
import type { Faults } from '../faults.ts';
import { BREAKAGES } from '../rest/request-faults.ts';

const MAXIMUM_LATENCY_MS = 60_000;

const milliseconds = z.int().min(0).max(MAXIMUM_LATENCY_MS);
const chance = z.number().min(0).max(1);

const failing = {
  method: z.string().exactOptional(),
  template: z.string().exactOptional(),
  afterwards: z.boolean().exactOptional(),
  times: z.int().positive().exactOptional(),
  forMs: z.int().positive().exactOptional(),
  chance: chance.exactOptional(),
};

const faultRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('fail-next'),
    ...failing,
    status: z.int().min(400).max(599),
    retryAfterMs: z.int().nonnegative().exactOptional(),
    scope: z.enum(['user', 'global', 'shared']).exactOptional(),
    body: z.union([z.string(), z.record(z.string(), z.json())]).exactOptional(),
  }),
  z.strictObject({ type: z.literal('break-next'), ...failing, breaks: z.enum(BREAKAGES) }),
  z.strictObject({ type: z.literal('latency'), milliseconds }),
  z.strictObject({ type: z.literal('drop-gateway') }),
  z.strictObject({ type: z.literal('refuse-gateway'), refusing: z.boolean() }),
  z.strictObject({ type: z.literal('freeze-gateway') }),
  z.strictObject({
    type: z.literal('slow-gateway'),
    helloMs: milliseconds.exactOptional(),
    loginMs: milliseconds.exactOptional(),
  }),
  z.strictObject({ type: z.literal('invalidate-session'), resumable: z.boolean().default(false) }),
  z.strictObject({ type: z.literal('request-reconnect') }),
  z.strictObject({ type: z.literal('ignore-heartbeats'), ignoring: z.boolean() }),
  z.strictObject({
    type: z.literal('limit-session-starts'),
    remaining: z.int().nonnegative(),
    resetAfterMs: z.int().nonnegative(),
  }),
  z.strictObject({ type: z.literal('guild-outage'), guild: z.string(), out: z.boolean() }),
  z.strictObject({ type: z.literal('duplicate-next'), event: z.string() }),
  z.strictObject({ type: z.literal('delay-next'), event: z.string(), milliseconds }),
  z.strictObject({ type: z.literal('duplicate-events'), chance }),
  z.strictObject({ type: z.literal('reorder-events'), milliseconds }),
  z.strictObject({ type: z.literal('clear') }),
]);

/** Makes the sandbox misbehave as a request says. @throws ZodError for a request of another shape */
export function injectFault(faults: Faults, body: unknown): void {
  const fault = faultRequest.parse(body);
  switch (fault.type) {
    case 'fail-next':
    case 'break-next': {
      const { type: _type, ...rest } = fault;
      return faults.failNext(rest);
    }
    case 'latency':
      return faults.latency(fault.milliseconds);
    case 'drop-gateway':
      return faults.dropGateway();
    case 'refuse-gateway':
      return faults.refuseGateway(fault.refusing);
    case 'freeze-gateway':
      return faults.freezeGateway();
    case 'slow-gateway': {
      const { type: _type, ...delays } = fault;
      return faults.slowGateway(delays);
    }
    case 'ignore-heartbeats':
      return faults.ignoreHeartbeats(fault.ignoring);
    case 'limit-session-starts': {
      const { type: _type, ...starts } = fault;
      return faults.limitSessionStarts(starts);
    }
    case 'guild-outage':
      return faults.guildOutage(fault.guild, fault.out);
    case 'duplicate-events':
      return faults.duplicateEvents(fault.chance);
    case 'reorder-events':
      return faults.reorderEvents(fault.milliseconds);
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
