import { measureAutomod } from './automod-cost.ts';
import { compareClients } from './compare.ts';
import { measureGallery } from './gallery-cost.ts';
import { measureGate } from './gate-cost.ts';
import { printAutomod, printComparison, printGallery, printGate, printLoad } from './report.ts';
import { measureSandboxLoad } from './sandbox-load.ts';

printGate(await measureGate());
printAutomod(await measureAutomod());
printGallery(await measureGallery());
printLoad(await measureSandboxLoad());
printComparison(await compareClients());
