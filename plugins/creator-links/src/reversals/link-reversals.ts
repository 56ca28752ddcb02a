import { defineReversal, type ReversalRun, escaped } from '@twi/sdk';
import { bold, userMention } from 'discord.js';
import { z } from 'zod';
import type { LinkRow, StaffMark } from '../database/link-repository.ts';

const linkData = z.object({ link: z.string() });
const editData = linkData.extend({ edit: z.string() });
const markData = linkData.extend({ isSet: z.boolean() });

type Run<Data> = ReversalRun<Data>;
type LinkRun = Run<z.output<typeof linkData>>;

export const addReversal = defineReversal({
  data: linkData,
  node: 'creator-links.own',
  undo: remove,
  redo: restore,
});

export const removeReversal = defineReversal({
  data: linkData,
  node: 'creator-links.own',
  undo: restore,
  redo: remove,
});

export const editReversal = defineReversal({
  data: editData,
  node: 'creator-links.own',
  undo: (run) => repeatEdit(run, 'back'),
  redo: (run) => repeatEdit(run, 'forward'),
});

/** How the staff's confirming or hiding is taken back. */
export function markReversal(mark: StaffMark['mark']) {
  return defineReversal({
    data: markData,
    node: 'creator-links.manage',
    undo: (run) => setMark(run, mark, !run.data.isSet),
    redo: (run) => setMark(run, mark, run.data.isSet),
  });
}

async function remove({ container, member, data }: LinkRun): Promise<string> {
  const link = await container['creator-links'].links.remove(member, data.link);
  return `Removed ${named(link)}.`;
}

async function restore({ container, member, data }: LinkRun): Promise<string> {
  const link = await container['creator-links'].links.restore(member, data.link);
  return `Brought back ${named(link)}.`;
}

async function repeatEdit(
  { container, member, data }: Run<z.output<typeof editData>>,
  direction: 'forward' | 'back',
): Promise<string> {
  const link = await container['creator-links'].links.repeatEdit(member, data.edit, direction);
  return `Changed ${named(link)}.`;
}

async function setMark(
  { container, member, data }: Run<z.output<typeof markData>>,
  mark: StaffMark['mark'],
  isSet: boolean,
): Promise<string> {
  const link = await container['creator-links'].links.mark(member, data.link, { mark, isSet });
  const state = mark === 'verified' ? 'confirmed' : 'hidden';
  return `${named(link)} is ${isSet ? state : `no longer ${state}`}.`;
}

function named({ title, userId }: LinkRow): string {
  return `${bold(escaped(title))} of ${userMention(userId)}`;
}
