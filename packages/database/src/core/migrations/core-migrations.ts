import type { Migrations } from '../../migrations/migration.ts';
import { createCoreTables } from './0001-create-core-tables.ts';
import { createTelemetryTables } from './0002-create-telemetry-tables.ts';
import { createCooldowns } from './0003-create-cooldowns.ts';
import { createPrivacyTables } from './0004-create-privacy-tables.ts';
import { moveGuildChoices } from './0005-move-guild-choices.ts';
import { explainIrreversibleActions } from './0006-explain-irreversible-actions.ts';
import { createIdentifies } from './0007-create-identifies.ts';
import { keepPrintsOfDataRights } from './0008-keep-prints-of-data-rights.ts';

/** The migrations of schema `core`, oldest first. */
export const coreMigrations: Migrations = {
  '0001-create-core-tables': createCoreTables,
  '0002-create-telemetry-tables': createTelemetryTables,
  '0003-create-cooldowns': createCooldowns,
  '0004-create-privacy-tables': createPrivacyTables,
  '0005-move-guild-choices': moveGuildChoices,
  '0006-explain-irreversible-actions': explainIrreversibleActions,
  '0007-create-identifies': createIdentifies,
  '0008-keep-prints-of-data-rights': keepPrintsOfDataRights,
};
