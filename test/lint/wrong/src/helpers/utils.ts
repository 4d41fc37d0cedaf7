/** Wrong on purpose: two names that say nothing, in a folder that nobody declared. */
export const nothing = 0;
