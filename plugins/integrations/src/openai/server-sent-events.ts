/**
 * Reads events out of a stream of text, however it is cut
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream). Only the data of events is
 * of use here.
 */
export class ServerSentEvents {
  #rest = '';
  #data: string[] = [];

  /** Takes what arrived, and returns the data of the events that are complete by now. */
  push(text: string): string[] {
    // A carriage return at the end may be half a line break, so it waits.
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line) ?? []);
  }

  #take(line: string): string | undefined {
    if (line.startsWith('data:')) this.#data.push(line.slice(line[5] === ' ' ? 6 : 5));
    if (line !== '' || this.#data.length === 0) return undefined;
    const data = this.#data.join('\n');
    this.#data = [];
    return data;
  }
}
