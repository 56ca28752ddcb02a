import { measureAutomod } from './automod-cost.ts';
import { compareClients } from './compare.ts';
import { measureFeeds } from './feeds-cost.ts';
import { measureGallery } from './gallery-cost.ts';
import { measureGate } from './gate-cost.ts';
import { printAutomod, printComparison, printFeeds, printGallery, printGate, printLoad } from './report.ts';
import { measureSandboxLoad } from './sandbox-load.ts';

printGate(await measureGate());
printAutomod(await measureAutomod());
printGallery(await measureGallery());
printFeeds(await measureFeeds());
printLoad(await measureSandboxLoad());
printComparison(await compareClients());
