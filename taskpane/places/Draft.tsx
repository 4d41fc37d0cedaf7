/** Filled in by the drafts of the pane. */
export function Draft() {
  return null;
}
