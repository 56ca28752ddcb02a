import { UserError } from '@twi/sdk';
import { type Ao3Address, parseAo3Address } from '../../ao3/ao3-address.ts';
import { AO3_RATE, Ao3Client } from '../../ao3/ao3-client.ts';
import type { IntegrationsContext } from '../../context.ts';
import { sharedTurns } from '../../services/shared-turns.ts';
import { badFeedTarget } from '../feed-errors.ts';
import { readAuthorTarget, readSeriesTarget, readTagTarget, readWorkTarget } from './ao3-targets.ts';
import type { FeedSource, Reading, TargetAddress, TargetToRead } from './feed-source.ts';

const HOUR_MS = 3_600_000;
/** Many works are posted with a tag. */
const TAG_INTERVAL_MS = 1_800_000;

/** Works, authors, series and tags of AO3, which has no API. Their key is the path that they have there. */
export class Ao3Source implements FeedSource {
  readonly #client: Ao3Client;

  constructor(context: IntegrationsContext) {
    this.#client = new Ao3Client(context.http, {
      base: context.serviceAddress('ao3'),
      turns: sharedTurns(context.db, { service: 'AO3', rate: AO3_RATE }),
    });
  }

  intervalOf(key: string): number {
    return key.startsWith('tags/') ? TAG_INTERVAL_MS : HOUR_MS;
  }

  async locate(typed: string): Promise<TargetAddress> {
    const address = parseAo3Address(typed);
    if (!address) throw new UserError(badFeedTarget('ao3'));
    return { key: keyOf(address) };
  }

  async read({ key, state }: TargetToRead): Promise<Reading> {
    const address = addressOf(key);
    if (address.kind === 'work') return readWorkTarget(this.#client, address, state);
    if (address.kind === 'author') return readAuthorTarget(this.#client, address);
    if (address.kind === 'series') return readSeriesTarget(this.#client, address, state);
    return readTagTarget(this.#client, address, state);
  }
}

function keyOf(address: Ao3Address): string {
  if (address.kind === 'work') return `works/${address.id}`;
  if (address.kind === 'series') return `series/${address.id}`;
  if (address.kind === 'tag') return `tags/${address.name}`;
  const { user, pseud } = address;
  // AO3 does not mind how a name is written.
  const name = user.toLowerCase();
  return pseud === undefined ? `users/${name}` : `users/${name}/pseuds/${pseud}`;
}

/** The other way round. */
function addressOf(key: string): Ao3Address {
  const [kind = '', ...rest] = key.split('/');
  const [name = ''] = rest;
  if (kind === 'works') return { kind: 'work', id: name };
  if (kind === 'series') return { kind: 'series', id: name };
  if (kind === 'tags') return { kind: 'tag', name: rest.join('/') };
  return { kind: 'author', user: name, pseud: rest[1] === 'pseuds' ? rest.slice(2).join('/') : undefined };
}
