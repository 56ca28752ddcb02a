/** A line of what is known of something: its name, and the value in Markdown. */
export interface InfoField {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean;
}
