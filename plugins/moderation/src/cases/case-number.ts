/** The largest number that a case can have: PostgreSQL's `integer`. */
export const LARGEST_CASE_NUMBER = 2_147_483_647;
