import { CommandLineError } from './command-line-error.ts';

/** What a member is asked to do. */
export type Action =
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'click'; readonly button: string }
  | { readonly kind: 'select'; readonly menu: string; readonly values: readonly string[] }
  | { readonly kind: 'submit'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'menu'; readonly name: string; readonly target: string }
  | { readonly kind: 'message'; readonly content: string };

const VERB = /^(click|select|submit|menu|say)\s+(.+)$/s;
const SELECT = /^(.+?)\s*=\s*(.+)$/s;
const MENU = /^(.+?)\s+(?:on\s+)?(@\S+|\d{15,20})$/s;
const FIELD = /([-\w]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;

/**
 * Reads what a member does: `/warn …` is a command, `click Next`, `select Kind = ban, kick`, `submit title="…" url=…`
 * and `menu User info @mallory` are what they say, everything else is a message (`say click me` makes it one).
 *
 * @throws {CommandLineError} for a verb that misses something.
 */
export function readAction(text: string): Action {
  if (text.startsWith('/')) return { kind: 'command', line: text };
  const [, verb, rest = ''] = VERB.exec(text) ?? [];
  switch (verb) {
    case 'click':
      return { kind: 'click', button: rest };
    case 'select':
      return selection(rest);
    case 'submit':
      return { kind: 'submit', values: fields(rest) };
    case 'menu':
      return menuEntry(rest);
    case 'say':
      return { kind: 'message', content: rest };
    case undefined:
    default:
      return message(text);
  }
}

function message(content: string): Action {
  if (content.trim() !== '') return { kind: 'message', content };
  throw new CommandLineError(
    'Say what to do: a command (/ping), a message, or one of: click, select, submit, menu.',
  );
}

function selection(rest: string): Action {
  const [, menu, list] = SELECT.exec(rest) ?? [];
  if (menu === undefined || list === undefined) {
    throw new CommandLineError('Write: select <placeholder or custom id> = <value>, <value>');
  }
  const values = list.split(',').map((value) => value.trim());
  return { kind: 'select', menu, values };
}

function menuEntry(rest: string): Action {
  const [, name, target] = MENU.exec(rest) ?? [];
  if (name === undefined || target === undefined) {
    throw new CommandLineError('Write: menu <entry> @member, or menu <entry> <message id>');
  }
  return { kind: 'menu', name, target };
}

function fields(rest: string): Readonly<Record<string, string>> {
  const values = Object.fromEntries(
    Array.from(rest.matchAll(FIELD), ([, name = '', quoted, plain = '']) => [
      name,
      (quoted ?? plain).replaceAll('\\"', '"'),
    ]),
  );
  if (Object.keys(values).length > 0) return values;
  throw new CommandLineError('Write: submit <field>="its text" <field>="…"');
}
