import type { Migrations } from '@twi/database';
import { createItems } from './0001-create-items.ts';
import { createTallies } from './0002-create-tallies.ts';
import { createDestinations } from './0003-create-destinations.ts';
import { createReposts } from './0010-create-reposts.ts';
import { createImports } from './0020-create-imports.ts';
import { createStarredMessages } from './0021-create-starred-messages.ts';
import { addPlaces } from './0022-add-places.ts';

/** The history of the schema. */
export const migrations: Migrations = {
  '0001-create-items': createItems,
  '0002-create-tallies': createTallies,
  '0003-create-destinations': createDestinations,
  '0010-create-reposts': createReposts,
  '0020-create-imports': createImports,
  '0021-create-starred-messages': createStarredMessages,
  '0022-add-places': addPlaces,
};
