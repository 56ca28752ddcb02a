import { expect, test } from 'vitest';
import { PluginName, PluginNameError } from '../src/plugin-name.ts';

const PLACEHOLDERS = "my-plugin my_plugin myPlugin MyPlugin 'My plugin'";

test('spells a name in every form that files need', () => {
  const name = new PluginName('word-of-the-day');

  expect(name.rename(PLACEHOLDERS)).toBe(
    "word-of-the-day word_of_the_day wordOfTheDay WordOfTheDay 'Word of the day'",
  );
  expect(name.title).toBe('Word of the day');
});

test('spells a single word without needless quotes', () => {
  const name = new PluginName('gallery');

  expect(name.rename("container['my-plugin'].find()")).toBe('container.gallery.find()');
  expect(name.rename("commands: { 'my-plugin': MyPluginCommand }")).toBe(
    'commands: { gallery: GalleryCommand }',
  );
  expect(name.rename("id: 'my-plugin',")).toBe("id: 'gallery',");
});

test('keeps the quotes that hyphens need', () => {
  const name = new PluginName('auto-mod');

  expect(name.rename("container['my-plugin']")).toBe("container['auto-mod']");
});

test.each(['Gallery', '2fast', 'a_b', 'a--b', '-a', 'a-', '', 'my plugin', '../evil', 'ä'])(
  'refuses %j and says what is accepted',
  (id) => {
    expect(() => new PluginName(id)).toThrow(
      new PluginNameError(
        `The name ${JSON.stringify(id)} cannot be used. Give lower-case words joined by hyphens, beginning with a letter, such as "gallery" or "word-of-the-day".`,
      ),
    );
  },
);

test('refuses names that PostgreSQL and Discord would cut', () => {
  expect(new PluginName('a'.repeat(32)).id).toHaveLength(32);
  expect(() => new PluginName('a'.repeat(33))).toThrow('has 33 characters. Give one of at most 32.');
});

test.each(['core', 'public', 'client', 'pg-stats'])('refuses %s, which is taken', (id) => {
  expect(() => new PluginName(id)).toThrow(`The name "${id}" is reserved.`);
});
