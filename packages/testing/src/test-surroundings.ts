import type { Sandbox } from '@twi/sandbox';
import type { APIMessage } from 'discord.js';
import { type Names, namesIn } from './render/names.ts';
import { transcript } from './transcript.ts';

/** What surrounds everybody in a test: Discord, and what became of it so far. */
export class TestSurroundings {
  readonly sandbox: Sandbox;
  /** Every line that the bot logged. */
  readonly logs: string[] = [];

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  names(): Names {
    return namesIn(this.sandbox);
  }

  transcript(seen?: readonly APIMessage[]): string {
    return transcript({ sandbox: this.sandbox, logs: this.logs, ...(seen && { seen }) });
  }
}
