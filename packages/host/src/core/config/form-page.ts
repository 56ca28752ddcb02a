import { MOST_OPTIONS } from '@twi/sdk';
import type { SettingField, SettingValue, SingleValue } from '../../settings/fields/setting-field.ts';

/** A message has five rows, one of which holds the buttons (Components Reference › Anatomy). */
const MOST_PICKERS = 4;
/** A modal has five inputs (Components Reference › Modal). */
const MOST_INPUTS = 5;

/** What a field is picked from in a form. */
export type Picker = Extract<SingleValue, { kind: 'boolean' | 'choice' | 'channel' | 'role' | 'user' }>;

/** A page of the form of a plugin's settings. */
export interface FormPage {
  /** In the order of the schema. */
  readonly fields: readonly SettingField[];
  /** Those that have a menu in the message. */
  readonly pickers: readonly SettingField[];
  /** Those that are typed, in a modal. */
  readonly inputs: readonly SettingField[];
}

/** What a field is picked from; `undefined` where it has to be typed. */
export function pickerOf({ value }: Pick<SettingField, 'value'>): Picker | undefined {
  if (value.kind === 'record') return undefined;
  const single = value.kind === 'list' ? value.of : value;
  switch (single.kind) {
    case 'boolean': {
      return value.kind === 'list' ? undefined : single;
    }
    case 'choice': {
      return single.options.length <= MOST_OPTIONS ? single : undefined;
    }
    case 'channel':
    case 'role':
    case 'user': {
      return single;
    }
    case 'text':
    case 'number':
    case 'duration':
    case 'colour':
    case 'emoji':
    case 'json': {
      return undefined;
    }
  }
  return undefined;
}

/** How many values a field's menu takes at most. */
export function mostPicked(value: SettingValue): number {
  return value.kind === 'list' ? Math.min(value.max ?? MOST_OPTIONS, MOST_OPTIONS) : 1;
}

/** The pages of the form: as many fields in the schema's order as Discord has room for. */
export function formPages(fields: readonly SettingField[]): readonly FormPage[] {
  const pages: FormPage[] = [];
  let page: FormPage = { fields: [], pickers: [], inputs: [] };
  for (const field of fields) {
    const kind = pickerOf(field) ? 'pickers' : 'inputs';
    if (page[kind].length === (kind === 'pickers' ? MOST_PICKERS : MOST_INPUTS)) {
      pages.push(page);
      page = { fields: [], pickers: [], inputs: [] };
    }
    page = { ...page, fields: [...page.fields, field], [kind]: [...page[kind], field] };
  }
  return [...pages, page];
}
