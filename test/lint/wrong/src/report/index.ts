/** Wrong on purpose: an index.ts below src/. */
export const nothing = 0;
