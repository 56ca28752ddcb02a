import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { startHost } from '@twi/host';
import { statsPlugin } from './src/index.ts';
let statements = 0;
const byText = new Map<string, number>();
const original = pg.Client.prototype.query;
(pg.Client.prototype as any).query = function (this: any, ...args: any[]) {
  const text = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '');
  if (!/pgboss/.test(text)) {
    statements += 1;
    const k = text.trim().slice(0, 60);
    byText.set(k, (byText.get(k) ?? 0) + 1);
  }
  return (original as any).apply(this, args);
};
const E = process.env;
const host = await startHost({
  token: E.T!,
  apiUrl: E.A!,
  databaseUrl: E.D!,
  dataDir: E.DIR!,
  givenPlugins: [{ plugin: statsPlugin }],
  logLevel: 'warn',
} as any);
for (const id of E.G!.split(',')) await host.enablement.enable(id, ['stats'], undefined);
const loop = monitorEventLoopDelay({ resolution: 1 });
process.on('message', (m) => {
  if (m === 'begin') {
    statements = 0;
    byText.clear();
    loop.reset();
    loop.enable();
    process.send!('begun');
  } else
    process.send!({
      statements,
      p99: loop.percentile(99) / 1e6,
      max: loop.max / 1e6,
      mean: loop.mean / 1e6,
      rss: process.memoryUsage().rss / 1e6,
      top: [...byText].sort((a, b) => b[1] - a[1]).slice(0, 12),
    });
});
process.send!('ready');
