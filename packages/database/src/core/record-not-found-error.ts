/** A row that was asked for by its key does not exist. */
export class RecordNotFoundError extends Error {
  override readonly name = 'RecordNotFoundError';
  /** Such as `guild`. */
  readonly entity: string;
  readonly key: string;

  constructor(entity: string, key: string) {
    super(`There is no ${entity} ${key}.`);
    this.entity = entity;
    this.key = key;
  }
}
