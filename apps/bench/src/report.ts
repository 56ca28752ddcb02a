import type { ClientFigures } from './compare.ts';
import type { GateFigures } from './gate-cost.ts';
import type { ClientName } from './measure/client-process.ts';

const BASE: ClientName = 'bare discord.js';

/** Prints each client's figures and their ratio to bare discord.js of the same run. */
export function printComparison(figures: ReadonlyMap<ClientName, ClientFigures>): void {
  const base = figures.get(BASE);
  if (!base) throw new Error(`${BASE} was not measured.`);
  console.log(
    '\nOne command, 64 in flight, each bot in turn at the same sandbox (medians; ratio to bare discord.js):',
  );
  console.table(
    Object.fromEntries(
      Array.from(figures, ([name, of]) => [
        name,
        {
          'interactions/s': withRatio(of.perSecond, base.perSecond, 0),
          'p50 ms': withRatio(of.p50Ms, base.p50Ms),
          'p99 ms': withRatio(of.p99Ms, base.p99Ms),
          'ready after ms': withRatio(of.readyAfterMs, base.readyAfterMs, 0),
        },
      ]),
    ),
  );
}

/** Prints what the gate costs in front of one event. */
export function printGate({ plugins, guilds, decideNs, loopNs }: GateFigures): void {
  console.log(`\nGate with ${plugins} plugins and ${guilds.toLocaleString('en')} guilds, half of them on:`);
  console.table({
    'Gate.decide': { 'ns per event': decideNs.toFixed(0) },
    'the loop alone': { 'ns per event': loopNs.toFixed(0) },
  });
}

function withRatio(value: number, base: number, digits = 1): string {
  return `${value.toFixed(digits)} (×${(value / base).toFixed(2)})`;
}
