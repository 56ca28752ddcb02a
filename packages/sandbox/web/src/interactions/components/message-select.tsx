import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
import { directory } from '../directory.ts';
import { useComponentPlace } from './component-context.ts';
import { SelectField } from './select-field.tsx';
import { defaultValues, selectItems } from './select-items.ts';

/** A select menu of a message: what is chosen is sent when the menu closes. */
export function MessageSelect({ menu }: { readonly menu: APISelectMenuComponent }) {
  const { messageId, session } = useComponentPlace();
  const original = defaultValues(menu);
  const [values, setValues] = useState<readonly string[]>(original);
  // An edit of the message shows what the bot chooses now.
  useEffect(() => setValues(original), [JSON.stringify(menu)]);
  const isPending = session.pending.value.has(`${messageId}/${menu.custom_id}`);
  return (
    <SelectField
      label={menu.placeholder ?? 'Make a selection'}
      items={selectItems(menu, directory.value)}
      values={values}
      minimum={menu.min_values ?? 1}
      maximum={menu.max_values ?? 1}
      isDisabled={menu.disabled === true || isPending}
      onCommit={(next) => {
        setValues(next);
        void session.select(messageId, menu.custom_id, next);
      }}
    />
  );
}
