import { OutgoingHttp } from '../../src/outgoing/outgoing-http.ts';
import { silentMetrics } from '../silent-metrics.ts';
import { Scope } from '../../src/lifecycle/scope.ts';

/** Opens the address that it is started with, in a process whose environment names a proxy; prints what came of it. */
const [, , url = '', place = ''] = process.argv;
const http = new OutgoingHttp({ version: '1.0.0', privatePlaces: [place], metrics: silentMetrics }).clientOf(
  'probe',
  new Scope({ onProblem: () => {} }),
);
try {
  console.log(await http.get(url, { retry: { limit: 0 } }).text());
} catch (error) {
  console.log(error instanceof Error && error.name);
}
