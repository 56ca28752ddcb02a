import { compareClients } from './compare.ts';
import { measureGate } from './gate-cost.ts';
import { printComparison, printGate } from './report.ts';

printGate(await measureGate());
printComparison(await compareClients());
