/** Wrong on purpose: closes an import cycle with form/peeks-ahead.ts. */
import type { Form } from "../form/peeks-ahead.ts";

export interface Sheet {
  readonly form?: Form;
}
