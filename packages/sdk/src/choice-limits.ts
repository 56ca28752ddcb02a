/** The most suggestions that Discord takes for what is being typed (Interactions › Receiving and Responding › Autocomplete). */
export const MOST_CHOICES = 25;

/** The most options that Discord takes in a select menu (Components › String Select). */
export const MOST_OPTIONS = 25;
