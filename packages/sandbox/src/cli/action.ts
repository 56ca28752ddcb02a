import { CommandLineError } from './command-line-error.ts';
import { type Deed, readDeed } from './deed.ts';
import { unquoted } from './option-words.ts';

/** What a member is asked to do. */
export type Action =
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'click'; readonly button: string }
  | { readonly kind: 'select'; readonly menu: string; readonly values: readonly string[] }
  | { readonly kind: 'submit'; readonly form: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'menu'; readonly name: string; readonly target: string }
  | { readonly kind: 'commands' }
  | { readonly kind: 'look' }
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'message'; readonly content: string };

const VERB = /^(click|select|submit|menu|say)\s+(.+)$/s;
const SELECT = /^(.+?)\s*=\s*(.+)$/s;
const MENU = /^(.+?)\s+(?:on\s+)?(@\S+|\d{15,20}|last)$/s;
const SUBMIT = /^(\d{15,20})\s+(.*)$/s;
const FIELD = /([-\w]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;

/**
 * Reads what a member does: `/warn …` is a command, `click Next`, `select Kind = ban, kick`, `submit <form> title="…"`,
 * `menu User info @mallory`, `commands` and `look` are what they say, what {@link readDeed} knows is done by hand, everything else is a message (`say look` makes it one).
 *
 * @throws {CommandLineError} for a verb that misses something.
 */
export function readAction(text: string): Action {
  if (text.startsWith('/')) return { kind: 'command', line: text };
  if (text === 'commands' || text === 'look') return { kind: text };
  const [, verb, rest = ''] = VERB.exec(text) ?? [];
  switch (verb) {
    case 'click':
      return { kind: 'click', button: unquoted(rest) };
    case 'select':
      return selection(rest);
    case 'submit':
      return submission(rest);
    case 'menu':
      return menuEntry(rest);
    case 'say':
      return { kind: 'message', content: rest };
    case undefined:
    default:
      return deedOrMessage(text);
  }
}

function deedOrMessage(text: string): Action {
  const deed = readDeed(text);
  if (deed) return { kind: 'deed', deed };
  if (text.trim() !== '') return { kind: 'message', content: text };
  throw new CommandLineError(
    'Say what to do: a command (/ping), a message, or one of: click, select, submit, menu, commands, look. "--help" lists all.',
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
    throw new CommandLineError('Write: menu <entry> @member, menu <entry> <message id> or menu <entry> last');
  }
  return { kind: 'menu', name, target };
}

function submission(rest: string): Action {
  const [, form, list = ''] = SUBMIT.exec(rest) ?? [];
  const fields = Array.from(list.matchAll(FIELD), ([, name = '', quoted, plain = '']) => [
    name,
    (quoted ?? plain).replaceAll('\\"', '"'),
  ]);
  if (form === undefined) {
    throw new CommandLineError('Write: submit <number of the form> <field>="its text" <field>="…"');
  }
  return { kind: 'submit', form, values: Object.fromEntries(fields) };
}
