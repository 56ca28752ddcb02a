import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from './bot-process.ts';

/** The bot of a test, as far as another process has to know it. */
interface FirstBot {
  readonly sandbox: { readonly token: string; readonly apiUrl: string };
  readonly database: { readonly url: string };
}

/** Starts the bot once more, in a process of its own beside the one of a test, and waits until it is up. */
export async function startSecondBot({ sandbox, database }: FirstBot): Promise<AsyncDisposable> {
  const directory = await mkdtemp(join(tmpdir(), 'twi-second-bot-'));
  const bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    DATA_DIR: directory,
  });
  await bot.says('Up in');
  return {
    async [Symbol.asyncDispose]() {
      await bot.end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
