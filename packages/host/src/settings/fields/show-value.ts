import { clip } from '@twi/sdk';
import { formatExactDuration } from './exact-duration.ts';
import type { SettingField, SingleValue } from './setting-field.ts';

/** Discord's limit for a field of an embed is 1,024; a line of a list stays far below. */
const MAX_SHOWN = 300;

/** A value as people read it, with mentions; long ones are shortened. */
export function showValue({ value: kind }: Pick<SettingField, 'value'>, value: unknown): string {
  const text = show(kind, value);
  return clip(text, MAX_SHOWN);
}

function show(kind: SettingField['value'], value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (kind.kind === 'list') {
    const entries = Array.isArray(value) ? value : [];
    return entries.map((entry) => showSingle(kind.of, entry)).join(', ') || '–';
  }
  if (kind.kind === 'record')
    return (
      Object.entries(Object(value))
        .map(([key, entry]) => `${showSingle(kind.key, key)} = ${showSingle(kind.of, entry)}`)
        .join(', ') || '–'
    );
  return showSingle(kind, value);
}

function showSingle(kind: SingleValue, value: unknown): string {
  switch (kind.kind) {
    case 'boolean': {
      return value === true ? 'yes' : 'no';
    }
    case 'choice': {
      return kind.options.find((option) => option.value === value)?.label ?? String(value);
    }
    case 'duration': {
      return formatExactDuration(Number(value));
    }
    case 'colour': {
      return `\`#${Number(value).toString(16).padStart(6, '0')}\``;
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
    case 'text': {
      return value === '' ? '(an empty text)' : String(value);
    }
    case 'number':
    case 'emoji': {
      return String(value);
    }
    case 'json': {
      break;
    }
  }
  return JSON.stringify(value);
}
