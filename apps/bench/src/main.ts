import { compareClients } from './compare.ts';
import { measureGate } from './gate-cost.ts';
import { printComparison, printGate, printLoad } from './report.ts';
import { measureSandboxLoad } from './sandbox-load.ts';

printGate(await measureGate());
printLoad(await measureSandboxLoad());
printComparison(await compareClients());
