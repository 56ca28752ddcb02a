import { defineReversal, type ReversalRun } from '@twi/sdk';
import { z } from 'zod';
import { moment } from '../replies/reminder-replies.ts';

const reminderData = z.object({ id: z.string() });

type Run = ReversalRun<z.output<typeof reminderData>>;

/** How the cancellation of a reminder is taken back. */
export const reminderCancelReversal = defineReversal({
  data: reminderData,
  node: 'utility.remind',
  async undo(run) {
    const { dueAt } = await run.container.utility.reminders.restore(run.data.id, ownerOf(run));
    return `The reminder comes ${moment(dueAt)} again.`;
  },
  async redo(run) {
    await run.container.utility.reminders.cancel(run.data.id, ownerOf(run));
    return 'Cancelled the reminder.';
  },
});

/** Whose reminder it is, whoever takes the cancellation back. */
function ownerOf({ guild, userId, member }: Run) {
  return { guildId: guild.id, userId: userId ?? member.id };
}
