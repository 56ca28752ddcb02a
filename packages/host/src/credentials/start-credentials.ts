import type { DatabaseHandle } from '@twi/database';
import type { Scope } from '../lifecycle/scope.ts';
import type { Log } from '../log.ts';
import type { HostOptions } from '../options.ts';
import { CredentialService } from './credential-service.ts';
import { KeyRing } from './key-ring.ts';

export interface StartCredentialsParts extends Pick<Log, 'hide' | 'logger'> {
  readonly database: DatabaseHandle;
  readonly options: Pick<HostOptions, 'encryptionKeys' | 'serviceSecrets'>;
}

/** Opens the secrets for outside services, and brings those that older keys made to the newest. */
export async function startCredentials(
  { database, options, hide, logger }: StartCredentialsParts,
  scope: Scope,
): Promise<CredentialService> {
  const { encryptionKeys = [], serviceSecrets = {} } = options;
  for (const secret of Object.values(serviceSecrets)) hide(secret);
  const keys = new KeyRing(encryptionKeys);
  const credentials = new CredentialService({ database, keys, ofBot: serviceSecrets, hide, logger });
  scope.defer('closing the credentials', () => credentials.close());
  await credentials.rotate();
  return credentials;
}
