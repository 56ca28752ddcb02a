import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A plugin in a folder of its own, whose command is written anew as an author would. */
export class PluginFolder {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Makes the plugin `sayer` with its command `utter` in a folder. */
  static async make(directory: string): Promise<PluginFolder> {
    const folder = new PluginFolder(directory);
    await mkdir(join(directory, 'src'), { recursive: true });
    await writeFile(join(directory, 'package.json'), JSON.stringify(PACKAGE));
    await writeFile(join(directory, 'src/index.ts'), ENTRY);
    await folder.describe('At first.');
    return folder;
  }

  /** Saves the command with another description. */
  describe(description: string): Promise<void> {
    return this.save(COMMAND.replace('DESCRIPTION', description));
  }

  /** Saves any text as the file of the command. */
  save(text: string): Promise<void> {
    return writeFile(join(this.directory, 'src/say.ts'), text);
  }
}

const PACKAGE = {
  name: 'twi-plugin-sayer',
  version: '1.0.0',
  type: 'module',
  keywords: ['twi-plugin'],
  exports: { '.': { source: './src/index.ts', default: './dist/index.js' } },
  peerDependencies: { '@twi/sdk': '^0.1.0' },
  twi: { id: 'sayer' },
};

const ENTRY = `import { definePlugin } from '@twi/sdk';
import { SayCommand } from './say.ts';

export const sayerPlugin = definePlugin({
  id: 'sayer',
  title: 'Sayer',
  description: 'Says something.',
  pieces: { commands: { utter: SayCommand } },
});
`;

const COMMAND = `import { Command } from '@sapphire/framework';

export class SayCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'DESCRIPTION' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }
}
`;
