import { GuildPurge, type GuildPurgeParts } from '../retention/guild-purge.ts';
import { RetentionSweep } from '../retention/retention-sweep.ts';
import type { HostOptions } from '../options.ts';
import type { Telemetry } from '../telemetry.ts';
import { Declarations } from './declarations.ts';
import { Eraser } from './eraser.ts';
import { Exporter } from './exporter.ts';

const GUILD_PURGE_AFTER_MS = 2_592_000_000;

export interface DataRightsParts extends Pick<GuildPurgeParts, 'database' | 'enablement'> {
  readonly telemetry: Telemetry;
  readonly logger: GuildPurgeParts['logger'] & { debug(...values: readonly unknown[]): void };
  readonly options: Pick<HostOptions, 'guildPurgeAfterMs' | 'retentionMs'>;
}

/** All that is made from what plugins declare about the data of people and guilds. */
export interface DataRightsServices {
  readonly exporter: Exporter;
  readonly eraser: Eraser;
  readonly guildPurge: GuildPurge;
  readonly retentionSweep: RetentionSweep;
}

export function createDataRights(parts: DataRightsParts): DataRightsServices {
  const { database, options } = parts;
  const { guildPurgeAfterMs: graceMs = GUILD_PURGE_AFTER_MS, retentionMs: ofCore = {} } = options;
  const declarations = new Declarations(database.db);
  return {
    exporter: new Exporter({ database, declarations }),
    eraser: new Eraser({ ...parts, declarations }),
    guildPurge: new GuildPurge({ ...parts, declarations, graceMs }),
    retentionSweep: new RetentionSweep({ ...parts, declarations, ofCore }),
  };
}
