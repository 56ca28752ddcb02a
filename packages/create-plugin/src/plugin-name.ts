const SHAPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MAX_LENGTH = 32;
/** They name PostgreSQL schemas and properties of Sapphire's container, where these are taken; the host refuses them, too. */
const RESERVED = new Set(['core', 'public', 'pgboss', 'information-schema', 'client', 'logger', 'stores']);
/** What the template is called, in each of the forms that a name takes. */
const PLACEHOLDER = /my-plugin|my_plugin|myPlugin|MyPlugin|My plugin/g;

/** A name that no plugin can have; the message says what is accepted. */
export class PluginNameError extends Error {
  override readonly name = 'PluginNameError';
}

/** The id of a plugin, in all the forms in which its files spell it. */
export class PluginName {
  readonly id: string;
  readonly #words: readonly string[];

  /** @throws {PluginNameError} unless it is lower-case words joined by hyphens, at most 32 characters, and not reserved. */
  constructor(id: string) {
    const shown = JSON.stringify(id);
    if (!SHAPE.test(id))
      throw new PluginNameError(
        `The name ${shown} cannot be used. Give lower-case words joined by hyphens, beginning with a letter, such as "gallery" or "word-of-the-day".`,
      );
    if (id.length > MAX_LENGTH)
      throw new PluginNameError(
        `The name ${shown} has ${id.length} characters. Give one of at most ${MAX_LENGTH}.`,
      );
    if (RESERVED.has(id) || id.startsWith('pg-'))
      throw new PluginNameError(
        `The name ${shown} is reserved. Give any but ${[...RESERVED].join(', ')} and those beginning with "pg-".`,
      );
    this.id = id;
    this.#words = id.split('-');
  }

  /** What people call it: `Word of the day`. */
  get title(): string {
    return capitalised(this.#words.join(' '));
  }

  /** Gives the template's text, or the path of one of its files, the plugin's name. */
  rename(text: string): string {
    const pascal = this.#words.map(capitalised).join('');
    const forms: Readonly<Record<string, string>> = {
      'my-plugin': this.id,
      my_plugin: this.#words.join('_'),
      myPlugin: pascal.charAt(0).toLowerCase() + pascal.slice(1),
      MyPlugin: pascal,
      'My plugin': this.title,
    };
    const renamed = text.replaceAll(PLACEHOLDER, (form) => forms[form] ?? form);
    return this.#words.length > 1 ? renamed : this.#withoutQuotes(renamed);
  }

  /** One word needs no quotes as a property, and the formatter would take them away. */
  #withoutQuotes(text: string): string {
    return text
      .replaceAll(`container['${this.id}']`, `container.${this.id}`)
      .replaceAll(`'${this.id}': `, `${this.id}: `);
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
