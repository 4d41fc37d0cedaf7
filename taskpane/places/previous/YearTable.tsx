import { useState } from "react";
import { isOutlier } from "../../../src/checking/year-table.ts";
import { formOf } from "../../../src/form/forms.ts";
import { nameRow } from "../../../src/finding/sentence.ts";
import { toOfficialWidth } from "../../../src/form/width.ts";
import { formatFigure } from "../../../src/report/figure.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import type { YearReview } from "../../worker/review-city.ts";

/** 同比: the city's figures of both years; ten times as much or as little is marked. */
export function YearTable({ years, thisYear }: { readonly years: YearReview; readonly thisYear: string }) {
  const all = useCityTexts();
  const words = all.previous;
  const [onlyChanged, setOnlyChanged] = useState(true);
  const rows = years.changes.map(({ before, now }, index) => {
    const at = years.places[index]!;
    const form = formOf(at);
    const cell = form.cell(`${at.row}/${at.column}`)!;
    const figure = (value: number | null) => (value === null ? "" : formatFigure(value, cell.measure));
    return { key: `${at.table}/${cell.id}`, label: `${all.tableName(form.number)} ${nameRow(cell.row)}·${toOfficialWidth(cell.column.label)}`, before, now, then: figure(before), current: figure(now), change: before === null || now === null ? "" : `${now > before ? "+" : ""}${figure(now - before)}`, outlier: isOutlier({ form, cell, before, now }) };
  });
  const shown = onlyChanged ? rows.filter(({ before, now }) => before !== now) : rows;
  return (
    <section className="block" aria-labelledby="year-table-title">
      <h3 className="block-note" id="year-table-title">{words.table}</h3>
      <label className="choice"><input type="checkbox" checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)} /><span>{words.onlyChanged}</span></label>
      <div className="roster-scroll" role="region" aria-label={words.tableScroll} tabIndex={0}>
        <table className="plain-table change-table" data-testid="year-table">
          <thead>
            <tr><th scope="col">{words.figure}</th><th scope="col">{years.year}</th><th scope="col">{thisYear}</th><th scope="col">{words.change}</th></tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key} className={row.outlier ? "change-outlier" : undefined}><th scope="row">{row.label}</th><td>{row.then}</td><td>{row.current}</td><td>{row.change}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
