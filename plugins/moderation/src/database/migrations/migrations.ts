import type { Migrations } from '@twi/database';
import { createCases } from './0001-create-cases.ts';
import { createPendingExpiries } from './0002-create-pending-expiries.ts';
import { extendCases } from './0003-extend-cases.ts';
import { createLogPauses } from './0020-create-log-pauses.ts';

export const migrations: Migrations = {
  '0001-create-cases': createCases,
  '0002-create-pending-expiries': createPendingExpiries,
  '0003-extend-cases': extendCases,
  '0020-create-log-pauses': createLogPauses,
};
