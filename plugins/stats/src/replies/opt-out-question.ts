import { customId, type EphemeralReply, reply, type Translator } from '@twi/sdk';

/** Whether somebody wants their numbers to be erased. */
export function optOutQuestion(t: Translator): EphemeralReply {
  return reply.confirmation(t('stats:members.question'), {
    label: t('stats:members.erase'),
    cancelLabel: t('stats:members.cancel'),
    confirmId: customId('stats', 'opt-out', 'yes'),
    cancelId: customId('stats', 'opt-out', 'no'),
  });
}
