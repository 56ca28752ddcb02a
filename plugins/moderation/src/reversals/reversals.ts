import type { PluginReversals } from '@twi/sdk';
import { lockReversal, slowmodeReversal, unlockReversal } from './channel-reversals.ts';
import { automodReversal } from './automod-reversals.ts';
import {
  caseDeleteReversal,
  caseEditReversal,
  caseNoteReversal,
  caseRestoreReversal,
  recordReversal,
} from './record-reversals.ts';
import { BAN, TIMEOUT } from './sanction.ts';
import { beginReversal, endReversal } from './sanction-reversal.ts';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {
  'moderation.automod-add': automodReversal,
  'moderation.automod-edit': automodReversal,
  'moderation.automod-remove': automodReversal,
  'moderation.warn': recordReversal('moderation.warn'),
  'moderation.note': recordReversal('moderation.warn'),
  'moderation.timeout': beginReversal(TIMEOUT),
  'moderation.untimeout': endReversal(TIMEOUT),
  'moderation.ban': beginReversal(BAN),
  'moderation.unban': endReversal(BAN),
  'moderation.lock': lockReversal,
  'moderation.unlock': unlockReversal,
  'moderation.slowmode': slowmodeReversal,
  'moderation.case-edit': caseEditReversal,
  'moderation.case-note': caseNoteReversal,
  'moderation.case-delete': caseDeleteReversal,
  'moderation.case-restore': caseRestoreReversal,
};
