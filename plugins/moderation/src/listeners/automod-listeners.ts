import { JudgeNativeHitListener } from './auto-moderation-action-execution-judge.ts';
import { JudgeMessageListener } from './message-create-judge.ts';
import { JudgeEditListener } from './message-update-judge.ts';

/** The listeners of automod, by event and purpose. */
export const automodListeners = {
  'auto-moderation-action-execution-judge': JudgeNativeHitListener,
  'message-create-judge': JudgeMessageListener,
  'message-update-judge': JudgeEditListener,
};
