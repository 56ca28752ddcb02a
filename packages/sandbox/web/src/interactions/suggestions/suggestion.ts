/** One entry of a list that people choose from. */
export interface Suggestion<Value = string | number | boolean> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
  /** A sign in front of the label, such as `@` or `#`. */
  readonly sign?: string;
  readonly isChosen?: boolean;
}
