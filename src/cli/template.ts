import { editions, formsOfEdition } from "../form/forms.ts";
import { planTemplate } from "../sheet/template.ts";
import { writeXlsx } from "../writer/xlsx.ts";
import { parseArguments, parseYear, type Flag } from "./arguments.ts";
import { planOutput, sayWritten, writeOutputs } from "./output-files.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const flags = {
  edition: { takes: "text", required: true },
  unit: { takes: "text", required: true },
  year: { takes: "text", required: true },
  out: { takes: "file", required: true },
} as const satisfies Record<string, Flag>;

/** `template`: a blank official workbook with live checks, to send to a unit. */
export async function template(words: readonly string[], terminal: Terminal): Promise<number> {
  const { paths, values } = parseArguments(words, flags);
  if (paths.length > 0) throw new UsageError(`template 不读文件：多了“${paths[0]}”，用 --help 看用法。`);
  const year = parseYear(values.year ?? "");
  const known = editions.filter((one) => formsOfEdition(one.id).length > 0).map((one) => one.id);
  const edition = known.find((one) => one === values.edition);
  if (!edition) throw new UsageError(`--edition ${values.edition} 没有空白表（unknown edition），可用：${known.join("、")}。`);
  const path = await planOutput("out", values.out, terminal.folder);
  if (!path) throw new UsageError("缺少 --out。");
  await writeOutputs([{ path, bytes: await writeXlsx(planTemplate(edition, values.unit ?? "", year)) }]);
  terminal.print(sayWritten(path, terminal.folder));
  return 0;
}
