import type { OpenErrors } from '@twi/database';
import { reply } from '@twi/sdk';
import { withheldWords } from '../../intents/withheld-intents.ts';
import type { HostStatus } from '../host-operations.ts';

const MEBIBYTE = 1_048_576;

/** How the process fares, for its owner. */
export function hostStatusReply(status: HostStatus, errors: readonly OpenErrors[]) {
  const { shards, guilds, loopDelayMs, pool, cacheHitRate, jobs } = status;
  const fields = [
    { name: 'Shards', value: shards.map(shardWords).join('\n') || 'None.' },
    { name: 'Servers', value: String(guilds) },
    { name: 'Memory', value: `${mebibytes(status.memoryBytes)}, heap ${mebibytes(status.heapBytes)}` },
    {
      name: 'Event loop delay',
      value: `${loopDelayMs.mean.toFixed(1)} ms mean, ${loopDelayMs.p99.toFixed(1)} ms p99`,
    },
    { name: 'Database', value: `${pool.busy} of ${pool.size} connections busy, ${pool.waiting} waiting` },
    {
      name: 'Cache hits',
      value: cacheHitRate === undefined ? 'not used yet' : `${(cacheHitRate * 100).toFixed(1)} %`,
    },
    { name: 'Jobs', value: `${jobs.waiting} waiting, ${jobs.active} running, ${jobs.failed} failed` },
    ...status.withheldIntents.map((withheld) => ({
      name: `Without the ${withheld.title}`,
      value: withheldWords(withheld),
      inline: false,
    })),
    { name: 'Unresolved errors', value: errorWords(errors), inline: false },
    { name: 'Paused plugins', value: pausedWords(status) || 'None.', inline: false },
  ];
  return reply.info('', {
    title: 'The bot',
    fields: fields.map((field) => ({ inline: true, ...field })),
  });
}

function shardWords({ id, isReady, pingMs }: HostStatus['shards'][number]): string {
  return `${id}: ${isReady ? 'ready' : 'not connected'}${pingMs >= 0 ? `, ${pingMs} ms` : ''}`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / MEBIBYTE)} MiB`;
}

function errorWords(errors: readonly OpenErrors[]): string {
  const counts = errors.map(
    ({ pluginId, groups, occurrences }) =>
      `${pluginId ?? 'unknown'}: ${groups === 1 ? '1 kind' : `${groups} kinds`}, ${occurrences === 1 ? 'once' : `${occurrences} times`}`,
  );
  return counts.join('\n') || 'None.';
}

function pausedWords({ paused }: HostStatus): string {
  return paused
    .map(({ record, status }) => {
      const reason = 'stop' in status ? status.stop.reason : '';
      return `${record.id}: ${reason}`;
    })
    .join('\n');
}
