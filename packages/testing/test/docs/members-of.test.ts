import { expect, test } from 'vitest';
import { membersOf } from './members-of.ts';

test('finds fields, methods and accessors, however they are written', () => {
  const source = [
    'export interface Thing<',
    '  Id extends string = string,',
    '> {',
    '  /** Not a: member. */',
    '  readonly id: Id;',
    '  optional?: string;',
    '  method<Value>(',
    '    argument: string,',
    '  ): Value;',
    '  maybe?(): void;',
    '}',
    'export class Other {',
    '  readonly #hidden: string;',
    '  private constructor(parts: string) {',
    '    this.inner = parts;',
    '  }',
    '  static make(): Other {}',
    '  get shown(): string {}',
    '  async work(): Promise<void> {}',
    '}',
  ].join('\n');

  expect(membersOf(source, 'Thing')).toEqual(['id', 'optional', 'method', 'maybe']);
  expect(membersOf(source, 'Other')).toEqual(['shown', 'work']);
});

test('says which type is missing', () => {
  expect(() => membersOf('', 'Thing')).toThrow('The source declares no Thing.');
});
