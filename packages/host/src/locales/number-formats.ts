/** What a text may ask for besides: `{{rate, number(maximumFractionDigits: 1)}}`. */
interface Digits {
  readonly minimumFractionDigits?: number;
  readonly maximumFractionDigits?: number;
}

/**
 * Writes numbers as languages do. What writes them is made once for a language: i18next would make and keep one for each
 * set of values that it ever filled into a text.
 */
export class NumberFormats {
  readonly #formats = new Map<string, Intl.NumberFormat>();

  /** @param digits may hold other things, which are none of its business */
  write(value: number, locale: string, { minimumFractionDigits, maximumFractionDigits }: Digits): string {
    const digits = {
      ...(minimumFractionDigits !== undefined && { minimumFractionDigits }),
      ...(maximumFractionDigits !== undefined && { maximumFractionDigits }),
    };
    const key = `${locale} ${minimumFractionDigits} ${maximumFractionDigits}`;
    const known = this.#formats.get(key);
    if (known) return known.format(value);
    const format = new Intl.NumberFormat(locale, digits);
    this.#formats.set(key, format);
    return format.format(value);
  }
}
