import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  JsonbColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** Whoever has, or had, links in a guild. Its row is locked while their links are counted and named. */
interface CreatorsTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  /** Since when they are not in the guild; their links are hidden meanwhile. */
  leftAt: NullableTimestampColumn;
  /** When they were last known to be, or not to be, in the guild. */
  seenAt: DefaultedTimestampColumn;
}

/** Where a creator is found elsewhere. */
export interface CreatorLinksTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  title: string;
  /** The title as it is compared: unique among the live links of a person. */
  titleKey: string;
  /** Canonical, `https` always. */
  url: string;
  /** The name of one of the known platforms, or `website`. */
  platform: string;
  /** Their name there. */
  username: Nullable<string>;
  weight: Generated<number>;
  isNsfw: Generated<boolean>;
  isFeatured: Generated<boolean>;
  /** When the staff confirmed that it is theirs. */
  verifiedAt: NullableTimestampColumn;
  verifiedBy: NullableSnowflakeColumn;
  /** When the staff hid it from everybody but its owner. */
  hiddenAt: NullableTimestampColumn;
  hiddenBy: NullableSnowflakeColumn;
  addedAt: DefaultedTimestampColumn;
  deletedAt: NullableTimestampColumn;
}

/** What an edit changed. It stands here and not in the audit log, so that it goes with the link. */
interface LinkEditsTable {
  id: IdentityColumn;
  linkId: string;
  before: JsonbColumn<unknown>;
  after: JsonbColumn<unknown>;
}

/** When the address of a link is asked for next, and what became of it so far. */
interface LinkChecksTable {
  linkId: string;
  /** One request at a time goes to a host. */
  host: string;
  nextAt: DefaultedTimestampColumn;
  /** Until when a process has it in hand. */
  claimedUntil: NullableTimestampColumn;
  /** Failures in a row. */
  failures: Generated<number>;
  failedSince: NullableTimestampColumn;
  /** Since when it counts as dead. */
  deadAt: NullableTimestampColumn;
}

/** A link or text of the library of a guild. */
export interface LibraryLinksTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  title: string;
  /** The title as it is compared: unique among the live entries of a guild. */
  titleKey: string;
  content: string;
  /** In lower case. */
  tag: Nullable<string>;
  /** Whether Discord shows its preview of the address. */
  showsPreview: Generated<boolean>;
  addedBy: NullableSnowflakeColumn;
  changedBy: NullableSnowflakeColumn;
  addedAt: DefaultedTimestampColumn;
  changedAt: TimestampColumn;
  deletedAt: NullableTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'creator_links.creators': CreatorsTable;
    'creator_links.creator_links': CreatorLinksTable;
    'creator_links.link_edits': LinkEditsTable;
    'creator_links.link_checks': LinkChecksTable;
    'creator_links.links': LibraryLinksTable;
  }
}
