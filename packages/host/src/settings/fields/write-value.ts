import { quoteEntry } from './entries.ts';
import type { SettingField, SettingValue, SingleValue } from './setting-field.ts';
import { formatExactDuration } from './exact-duration.ts';

/** What people type for an empty field. */
export const EMPTY_WORD = 'none';

/** A value as people would type it; `readValue` gives it back. */
export function writeValue({ value: kind }: Pick<SettingField, 'value'>, value: unknown): string {
  if (value === null || value === undefined) return EMPTY_WORD;
  if (kind.kind === 'list') return writeList(kind, value);
  if (kind.kind === 'record') return writeRecord(kind, value);
  const text = writeSingle(kind, value);
  return kind.kind === 'text' ? protectText(text) : text;
}

/** A text that would be read as something else is written in quotation marks. */
function protectText(text: string): string {
  const isPlain =
    text !== '' && text === text.trim() && !text.startsWith('"') && text.toLowerCase() !== EMPTY_WORD;
  return isPlain ? text : JSON.stringify(text);
}

function writeList({ of }: Extract<SettingValue, { kind: 'list' }>, value: unknown): string {
  const entries = (Array.isArray(value) ? value : []).map((entry) => quoteEntry(writeSingle(of, entry)));
  return protectEmpty(entries);
}

function writeRecord({ key, of }: Extract<SettingValue, { kind: 'record' }>, value: unknown): string {
  const entries = Object.entries(Object(value)).map(
    ([name, entry]) => `${quoteEntry(writeSingle(key, name), true)}=${quoteEntry(writeSingle(of, entry))}`,
  );
  return protectEmpty(entries);
}

/** An empty list has a word; a list of that one word is quoted. */
function protectEmpty(entries: readonly string[]): string {
  const text = entries.join(', ');
  if (text === '') return EMPTY_WORD;
  return text.toLowerCase() === EMPTY_WORD ? JSON.stringify(text) : text;
}

function writeSingle(kind: SingleValue, value: unknown): string {
  switch (kind.kind) {
    case 'boolean': {
      return value === true ? 'yes' : 'no';
    }
    case 'duration': {
      return formatExactDuration(Number(value));
    }
    case 'colour': {
      return `#${Number(value).toString(16).padStart(6, '0')}`;
    }
    case 'channel': {
      return `<#${String(value)}>`;
    }
    case 'role': {
      return `<@&${String(value)}>`;
    }
    case 'user': {
      return `<@${String(value)}>`;
    }
    case 'text':
    case 'number':
    case 'choice':
    case 'emoji': {
      return String(value);
    }
    case 'json': {
      break;
    }
  }
  return JSON.stringify(value);
}
