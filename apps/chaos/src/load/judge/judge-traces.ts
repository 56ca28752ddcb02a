import type { Entry } from '../ledger.ts';
import type { MixedLoad } from '../mixed-load.ts';
import type { StoredFacts } from '../stored-facts.ts';
import { type Trace, TRACES } from './traces.ts';

/** What is wrong: something that was answered and is not there, or something that is there more than once. */
export interface Wrong {
  readonly is: 'lost' | 'twice' | 'half';
  readonly entry: Entry;
  readonly what: string;
}

/** Compares what people were told with what is there. */
export async function judgeTraces(load: MixedLoad, facts: StoredFacts): Promise<readonly Wrong[]> {
  const wrongs: Wrong[] = [];
  for (const trace of TRACES) wrongs.push(...(await judgeTrace(trace, load, facts)));
  return wrongs;
}

async function judgeTrace(trace: Trace, load: MixedLoad, facts: StoredFacts): Promise<readonly Wrong[]> {
  const counts = await trace.count(load, facts);
  // The site's news come to every server.
  const wanted = trace.kind === 'news' ? load.stages.length : 1;
  const { what } = trace;
  const isPromised = trace.isPromised === 'if heard' ? load.isHeard : trace.isPromised;
  return load.ledger.entries
    .filter(({ kind }) => kind === trace.kind)
    .flatMap((entry): Wrong[] => {
      const found = counts.get(entry.mark) ?? 0;
      if (found > wanted) return [{ is: 'twice', entry, what: `${what} ${found} times` }];
      const isMissing = isPromised && entry.outcome === 'done' && found < wanted;
      return isMissing ? [{ is: 'lost', entry, what: `not ${what}` }] : [];
    });
}
