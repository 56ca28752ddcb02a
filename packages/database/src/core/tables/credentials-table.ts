import type { DefaultedTimestampColumn, IdentityColumn, NullableSnowflakeColumn } from '../../columns.ts';

/** A secret for an outside service, encrypted by the host. Plain text never comes here. */
export interface CredentialsTable {
  id: IdentityColumn;
  /** `null` when it serves the whole bot. */
  guildId: NullableSnowflakeColumn;
  service: string;
  ciphertext: Buffer;
  /** Which encryption key it was made with. */
  keyId: string;
  rotatedAt: DefaultedTimestampColumn;
  rotatedBy: NullableSnowflakeColumn;
}
