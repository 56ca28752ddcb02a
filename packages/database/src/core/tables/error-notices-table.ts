import type { TimestampColumn } from '../../columns.ts';

/** When the operators were told last that errors pile up. */
export interface ErrorNoticesTable {
  /** Such as `plugin:gallery`. */
  topic: string;
  noticedAt: TimestampColumn;
}
