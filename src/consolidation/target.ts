import type { Form } from "../form/compile.ts";
import type { EditionId, TableId } from "../form/definition.ts";
import { editionOfYear, editions, findForm } from "../form/forms.ts";
import type { Member } from "./model.ts";

const PRESCRIBED: readonly TableId[] = ["disclosure", "requests", "reviews"];

/** Edition most members have of a table; of equals the newer one. */
function prevailing(members: readonly Member[], table: TableId): EditionId | undefined {
  const counts = new Map<EditionId, number>();
  for (const member of members) for (const own of member.report.tables) if (own.table === table) counts.set(own.edition, (counts.get(own.edition) ?? 0) + 1);
  const newestFirst = [...editions].reverse().map((edition) => edition.id);
  return newestFirst.filter((id) => counts.has(id)).sort((a, b) => counts.get(b)! - counts.get(a)!)[0];
}

/**
 * The forms in which a consolidation is summed, in official order.
 *
 * Each table takes the year's own edition, unless no counted member has it and another prevails; table 四 follows
 * table 三. The old statistics form is summed only where members have it, alone if they have nothing else.
 */
export function chooseForms(members: readonly Member[], year: number): readonly Form[] {
  const has = (table: TableId, edition?: EditionId) => members.some((member) => member.report.tables.some((own) => own.table === table && (edition === undefined || own.edition === edition)));
  const choose = (table: TableId): Form | undefined => {
    const wanted = editionOfYear(year);
    const edition = has(table, wanted) ? wanted : (prevailing(members, table) ?? wanted);
    return findForm(table, edition) ?? findForm(table, "2019");
  };
  const onlyStatistics = has("statistics") && !PRESCRIBED.some((table) => has(table));
  const requests = choose("requests");
  const prescribed = [choose("disclosure"), requests, (requests && findForm("reviews", requests.edition)) ?? choose("reviews")];
  return [...(onlyStatistics ? [] : prescribed), has("statistics") ? choose("statistics") : undefined].filter((form) => form !== undefined);
}
