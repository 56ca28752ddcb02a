import { defineReversal, type Reversal, type ReversalRun } from '@twi/sdk';
import { z } from 'zod';
import { ALL_ITEM_KINDS } from '../items/item-kind.ts';

/** Which item an entry is about. */
const itemData = z.object({ item: z.int() });
type ItemData = z.output<typeof itemData>;

const nullableText = z.string().nullable();
/** What of an item was changed. */
const values = z.object({
  title: z.string().exactOptional(),
  url: nullableText.exactOptional(),
  description: nullableText.exactOptional(),
  creator: nullableText.exactOptional(),
  creatorId: nullableText.exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  nsfw: z.boolean().exactOptional(),
  kind: z.enum(ALL_ITEM_KINDS).exactOptional(),
});

const changeData = itemData.extend({ before: values, after: values });
type ChangeData = z.output<typeof changeData>;

type Run<Data> = Pick<ReversalRun<Data>, 'container' | 'data' | 'guild' | 'member'>;

/** What was added is removed; it comes back under its number. */
export const itemAddReversal = defineReversal({
  data: itemData,
  node: 'gallery.add',
  undo: removeItem,
  redo: restoreItem,
});

export const itemRemoveReversal = defineReversal({
  data: itemData,
  node: 'gallery.add',
  undo: restoreItem,
  redo: removeItem,
});

export const itemEditReversal = changeReversal('gallery.edit', 'gallery.add');
export const itemTagsReversal = changeReversal('gallery.tags', 'gallery.admin');

function changeReversal(action: 'gallery.edit' | 'gallery.tags', node: string): Reversal<ChangeData> {
  const replace = async (run: Run<ChangeData>, isUndo: boolean): Promise<string> => {
    const { changes, items } = run.container.gallery;
    const key = keyOf(run);
    // An administrator of the gallery may change the tags of all items, whoever added them.
    if (node === 'gallery.add') await changes.assertMayChange(await items.get(key), run.member);
    const { before, after } = run.data;
    const replacement = isUndo ? { before: after, after: before } : { before, after };
    await changes.replace(key, replacement, run.member.id, action);
    return isUndo ? `Item #${key.number} is as it was before.` : `Changed item #${key.number} again.`;
  };
  return defineReversal({
    data: changeData,
    node,
    undo: (run) => replace(run, true),
    redo: (run) => replace(run, false),
  });
}

async function removeItem(run: Run<ItemData>): Promise<string> {
  const { changes, items } = run.container.gallery;
  const key = keyOf(run);
  await changes.assertMayChange(await items.getDeletedOrLive(key), run.member);
  await changes.remove(key, run.member.id);
  return `Took item #${key.number} out of the gallery.`;
}

async function restoreItem(run: Run<ItemData>): Promise<string> {
  const { changes, items } = run.container.gallery;
  const key = keyOf(run);
  await changes.assertMayChange(await items.getDeletedOrLive(key), run.member);
  await changes.restore(key, run.member.id);
  return `Item #${key.number} is in the gallery again.`;
}

function keyOf({ guild, data }: Run<ItemData>): { guildId: string; number: number } {
  return { guildId: guild.id, number: data.item };
}
