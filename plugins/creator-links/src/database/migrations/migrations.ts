import type { Migrations } from '@twi/database';
import { createCreatorLinks } from './0001-create-creator-links.ts';
import { createLinkChecks } from './0002-create-link-checks.ts';
import { createLinks } from './0003-create-links.ts';
import { splitWords } from './0004-split-words.ts';

export const migrations: Migrations = {
  '0001-create-creator-links': createCreatorLinks,
  '0002-create-link-checks': createLinkChecks,
  '0003-create-links': createLinks,
  '0004-split-words': splitWords,
};
