import { CleanUpChannelListener } from './channel-delete-clean-up.ts';
import { CleanUpRoleListener } from './role-delete-clean-up.ts';
import { RefreshPanelsListener } from './role-update-refresh.ts';
import { CleanUpAfterAbsenceListener } from './shard-ready-clean-up.ts';
import { AnswerCustomCommandListener } from './unknown-message-command-answer.ts';

/** The listeners for roles to choose, pins and the commands of a server, by event and purpose. */
export const choiceListeners = {
  'channel-delete-clean-up': CleanUpChannelListener,
  'role-delete-clean-up': CleanUpRoleListener,
  'role-update-refresh': RefreshPanelsListener,
  'shard-ready-clean-up': CleanUpAfterAbsenceListener,
  'unknown-message-command-answer': AnswerCustomCommandListener,
};
