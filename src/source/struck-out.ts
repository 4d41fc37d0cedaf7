/**
 * Text that its writer struck out, as a remark: it no longer holds, and whoever reads the figure beside it is told of
 * it. Nothing for blank text.
 */
export const struckOut = (text: string): string => {
  const said = text.replace(/\s+/g, " ").trim();
  return said === "" ? "" : `(划去${said})`;
};
