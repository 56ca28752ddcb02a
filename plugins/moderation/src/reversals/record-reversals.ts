import { defineReversal, type Reversal, type ReversalRun } from '@twi/sdk';
import { z } from 'zod';
import { type CaseData, caseData } from './case-data.ts';

interface Run extends Pick<ReversalRun<CaseData>, 'guild' | 'member' | 'container'> {
  readonly data: CaseData;
}

/** How what is no more than its record is taken back: the case is deleted. */
export function recordReversal(node: string): Reversal<CaseData> {
  return defineReversal({ data: caseData, node, undo: deleteCase, redo: restoreCase });
}

export const caseDeleteReversal = defineReversal({
  data: caseData,
  node: 'moderation.cases',
  undo: restoreCase,
  redo: deleteCase,
});

export const caseRestoreReversal = recordReversal('moderation.cases');

const editData = caseData.extend({ before: z.string().nullable(), after: z.string().nullable() });

export const caseEditReversal = defineReversal({
  data: editData,
  node: 'moderation.cases',
  undo: (run) => replaceReason(run, run.data.after, run.data.before),
  redo: (run) => replaceReason(run, run.data.before, run.data.after),
});

const noteData = caseData.extend({ note: z.string() });

export const caseNoteReversal = defineReversal({
  data: noteData,
  node: 'moderation.cases',
  undo: (run) => setNoteDeleted(run, run.data.note, true),
  redo: (run) => setNoteDeleted(run, run.data.note, false),
});

async function deleteCase(run: Run): Promise<string> {
  await run.container.moderation.records.delete(keyOf(run), run.member.id);
  return `Deleted case #${run.data.case}.`;
}

async function restoreCase(run: Run): Promise<string> {
  await run.container.moderation.records.restore(keyOf(run), run.member.id);
  return `Restored case #${run.data.case}.`;
}

async function replaceReason(run: Run, before: string | null, after: string | null): Promise<string> {
  await run.container.moderation.records.replaceReason(keyOf(run), { before, after }, run.member.id);
  return `The reason of case #${run.data.case} is now ${after === null ? 'empty' : `"${after}"`}.`;
}

async function setNoteDeleted(run: Run, noteId: string, isDeleted: boolean): Promise<string> {
  await run.container.moderation.records.setNoteDeleted(keyOf(run), { noteId, isDeleted }, run.member.id);
  return `${isDeleted ? 'Deleted' : 'Restored'} the note on case #${run.data.case}.`;
}

function keyOf({ guild, data }: Run): { guildId: string; number: number } {
  return { guildId: guild.id, number: data.case };
}
