/** What the hidden sheet is called where nobody renamed it: a quick way to tell that a workbook may be ours. */
export const METADATA_SHEET = "_gdr";
