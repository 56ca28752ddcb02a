import type { AutomodFigures } from './automod-cost.ts';
import type { ClientFigures } from './compare.ts';
import type { FeedFigures } from './feeds-cost.ts';
import type { GalleryFigures } from './gallery-cost.ts';
import type { GateFigures } from './gate-cost.ts';
import type { ClientName } from './measure/client-process.ts';
import type { LoadFigures } from './sandbox-load.ts';

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

/** Prints what rules of automod cost, beside the same messages without rules. */
export function printAutomod({ rules, judgeUs, withoutRulesUs, share, perSecond }: AutomodFigures): void {
  console.log(`\nAutomod with ${rules} rules of all kinds, ratio to a server without rules:`);
  console.table({
    'judging a message': { 'µs per message': withRatio(judgeUs, withoutRulesUs, 0) },
    [`share of a core at ${perSecond} messages a second`]: {
      'µs per message': `${(share * 100).toFixed(1)} %`,
    },
  });
}

/** Prints how long people wait for the database in a large gallery. */
export function printGallery({ items, byUse }: GalleryFigures): void {
  console.log(`\nGallery of ${items.toLocaleString('en')} items, time in the database:`);
  console.table(
    Object.fromEntries(
      Array.from(byUse, ([use, { p50Ms, p95Ms }]) => [
        use,
        { 'p50 ms': p50Ms.toFixed(1), 'p95 ms': p95Ms.toFixed(1) },
      ]),
    ),
  );
}

/** Prints what it costs to follow many feeds. */
export function printFeeds(figures: FeedFigures): void {
  console.log(`\n${figures.feeds.toLocaleString('en')} feeds, all due within one minute:`);
  console.table({
    'read late, p50 ms': { value: figures.lateP50Ms.toFixed(0) },
    'read late, p99 ms': { value: figures.lateP99Ms.toFixed(0) },
    'read late, at most ms': { value: figures.lateMostMs.toFixed(0) },
    'posts, of those that were to come': { value: `${figures.posted} of ${figures.expected}` },
    'processor time of a round, ms': { value: figures.processorMs.toFixed(0) },
    'share of a core, each read every 15 minutes': {
      value: `${(figures.shareOfCore * 100).toFixed(1)} %`,
    },
    'all at once at first, s': { value: (figures.allAtOnceMs / 1_000).toFixed(1) },
  });
}

/** Prints whether the sandbox kept to its schedule, and whether the client kept up with it. */
export function printLoad(figures: LoadFigures): void {
  const { guilds, perSecond, sent, received } = figures;
  const [guildCount, rate] = [guilds, perSecond].map((count) => count.toLocaleString('en'));
  console.log(`\nSandbox with ${guildCount} guilds, members writing ${rate} messages a second:`);
  console.table({
    'events sent': { value: sent },
    'events received': { value: received },
    'sent per second': { value: Math.round((sent / figures.sendingMs) * 1_000) },
    'greatest lag behind the schedule, ms': { value: figures.greatestLagMs.toFixed(1) },
    'delay to the client, p50 ms': { value: figures.p50Ms.toFixed(1) },
    'delay to the client, p99 ms': { value: figures.p99Ms.toFixed(1) },
    'p50 of the first third, ms': { value: figures.firstThirdMs.toFixed(1) },
    'p50 of the last third, ms': { value: figures.lastThirdMs.toFixed(1) },
  });
}

function withRatio(value: number, base: number, digits = 1): string {
  return `${value.toFixed(digits)} (×${(value / base).toFixed(2)})`;
}
