import { measureAutomod } from './automod-cost.ts';
import { compareClients } from './compare.ts';
import { measureGate } from './gate-cost.ts';
import { printAutomod, printComparison, printGate, printLoad } from './report.ts';
import { measureSandboxLoad } from './sandbox-load.ts';

printGate(await measureGate());
printAutomod(await measureAutomod());
printLoad(await measureSandboxLoad());
printComparison(await compareClients());
