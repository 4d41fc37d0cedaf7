import { normalise } from "../source/characters.ts";

/** Name by which units are compared: NFKC, no spaces. */
export const unitKey = (name: string): string => normalise(name).replace(/\s/g, "");
