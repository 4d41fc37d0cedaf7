import { SourceWriter } from "../source-writer.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Source } from "../word.ts";
import { unzipEntry } from "../zip/unzip.ts";
import { listZip } from "../zip/zip-directory.ts";
import { blocksOf } from "./document.ts";
import { readNumbering } from "./numbering.ts";
import { writeBlocks } from "./write-blocks.ts";
import { childOf, childrenOf, parseXml, type XmlElement } from "./xml.ts";

/**
 * Reads a .docx of whatever program into words: paragraphs, text boxes, tables with their merged cells at their places.
 *
 * Headers, footers, footnotes and comments are not part of the report. Throws UnreadableFile on a damaged file and on
 * one without any text.
 */
export function readDocx(bytes: Uint8Array, name = ""): Source {
  const entries = listZip(bytes);
  const part = (path: string): XmlElement | undefined => {
    const entry = entries.find((other) => other.name === path);
    return entry && parseXml(new TextDecoder().decode(unzipEntry(bytes, entry)));
  };
  const relations = childrenOf(childOf(part("_rels/.rels"), "Relationships"), "Relationship");
  const target = relations.find((relation) => relation.attribute("Type")?.endsWith("/officeDocument"))?.attribute("Target")?.replace(/^\//, "") ?? "word/document.xml";
  const body = childOf(part(target), "document", "body");
  if (!body) throw new UnreadableFile("damaged-document");
  const folder = target.slice(0, target.lastIndexOf("/") + 1);
  const lists = part(`${folder}numbering.xml`);
  const numbering = readNumbering(lists, lists && part(`${folder}styles.xml`));
  const writer = new SourceWriter();
  writeBlocks(blocksOf(body.children, numbering), writer);
  const source = writer.finish(name);
  if (source.text.trim() === "") throw new UnreadableFile("no-text");
  return source;
}
