import type { ErrorGroup, ErrorSpike } from '@twi/database';
import { formatDuration, type PlainReply, reply } from '@twi/sdk';
import { shortId } from './fingerprint.ts';

const MAX_MESSAGE = 500;

export interface SpikeWords {
  readonly spike: ErrorSpike;
  /** Absent when it was deleted meanwhile. */
  readonly worst: ErrorGroup | undefined;
  readonly windowMs: number;
  readonly coolOffMs: number;
}

/** What operators read when the errors of a plugin pile up. */
export function spikeReply({ spike, worst, windowMs, coolOffMs }: SpikeWords): PlainReply {
  const { pluginId, occurrences } = spike;
  const most = worst
    ? `Most often (${spike.worst.occurrences} times) \`${shortId(worst.fingerprint)}\`: ${worst.errorType}: ${worst.message.slice(0, MAX_MESSAGE)}`
    : '';
  return reply.warning(
    `**${pluginId}** failed ${occurrences} times within ${formatDuration(windowMs)}.\n${most}`,
    {
      title: 'Errors pile up',
      footer: `Look at them with /host errors. I say no more about this plugin for ${formatDuration(coolOffMs)}.`,
    },
  );
}
