import type { Measurements } from '@twi/proving';
import { measureAutomod } from './automod/measure-automod.ts';
import { measureFeeds } from './feeds/measure-feeds.ts';
import { measureGallery } from './gallery/measure-gallery.ts';
import { measureGrowth } from './growth/measure-growth.ts';
import { measureInteractions } from './interactions/measure-interactions.ts';
import { measureLookUps } from './look-ups/measure-look-ups.ts';
import { measureMemory } from './memory/measure-memory.ts';
import { measureMessages } from './messages/measure-messages.ts';
import { measureSandbox } from './sandbox/measure-sandbox.ts';
import { measureStart } from './start/measure-start.ts';
import { measureStatistics } from './statistics/measure-statistics.ts';
import { measureTwoProcesses } from './two-processes/measure-two-processes.ts';

/** Every section of docs/performance.md, by the name that `npm run bench -- <name>` takes, in the order of the page. */
export const SECTIONS: Measurements = {
  interactions: measureInteractions,
  messages: measureMessages,
  'look-ups': measureLookUps,
  start: measureStart,
  growth: measureGrowth,
  memory: measureMemory,
  'two-processes': measureTwoProcesses,
  automod: measureAutomod,
  gallery: measureGallery,
  feeds: measureFeeds,
  statistics: measureStatistics,
  sandbox: measureSandbox,
};

/** Takes minutes to fill, so that it is measured only when it is named. */
export const ON_REQUEST: readonly string[] = ['statistics'];
