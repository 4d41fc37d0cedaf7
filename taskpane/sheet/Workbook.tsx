import { Button } from "@fluentui/react-components";
import { FolderOpenRegular, TableRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { PageWorkbook } from "../host/page-workbook.ts";
import { openWorkbook } from "../flow/export.ts";
import { calculate } from "../page-workbook/book.ts";
import { usePane } from "../shell/pane.ts";
import { useTexts } from "../texts/texts.ts";
import { FormulaBar } from "./FormulaBar.tsx";
import { showSheet } from "./grid-model.ts";
import { SheetGrid } from "./SheetGrid.tsx";
import { SheetTabs } from "./SheetTabs.tsx";

const PAGE_OF_ROWS = 150;

/** From the sheet to what stands behind its figure: in a narrow window, or by keyboard. */
function lookAtTrace(): void {
  const title = document.getElementById("trace-title");
  title?.scrollIntoView?.({ block: "center" });
  title?.focus();
}

/** The in-page workbook: its sheets as tables, with the formula of the chosen cell. */
export function Workbook({ workbook }: { readonly workbook: PageWorkbook }) {
  const texts = useTexts();
  const { state, desk } = usePane();
  const { book, shown } = useSyncExternalStore(workbook.subscribe, workbook.getView);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [rows, setRows] = useState(PAGE_OF_ROWS);
  const chooser = useRef<HTMLInputElement>(null);
  const visible = book.sheets.filter(({ plan }) => plan.visibility === "visible");
  const sheet = visible.find(({ plan }) => plan.name === book.active) ?? visible[0];
  const calculation = useMemo(() => calculate(book), [book]);
  const content = useMemo(() => (sheet ? showSheet(sheet, calculation, rows) : null), [sheet, calculation, rows]);
  useEffect(() => {
    if (shown?.address !== undefined) setChosen((before) => ({ ...before, [shown.sheet]: shown.address! }));
  }, [shown]);
  const name = sheet?.plan.name ?? "";
  const address = chosen[name] ?? "A1";
  const activate = (next: string) => {
    setRows(PAGE_OF_ROWS);
    workbook.activate(next);
  };

  return (
    <section className="workbook" aria-label={texts.workbook.title}>
      <div className="workbook-head">
        <h2 className="workbook-title">{book.name || texts.workbook.title}</h2>
        {state.trace.shown && <Button size="small" data-testid="trace-look" onClick={() => lookAtTrace()}>{texts.trace.look}</Button>}
        <Button size="small" appearance="subtle" icon={<FolderOpenRegular />} onClick={() => chooser.current?.click()}>{texts.workbook.open}</Button>
        <input
          ref={chooser}
          type="file"
          accept=".xlsx,.xlsm"
          className="out-of-sight"
          tabIndex={-1}
          aria-label={texts.workbook.open}
          data-testid="open-workbook-input"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void openWorkbook(desk, file);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {sheet && content ? (
        <>
          <FormulaBar key={`${name}${address}`} cell={content.rows.flat().find((cell) => cell.address === address)} address={address} onEdit={(text) => workbook.edit(name, address, text)} />
          <SheetGrid
            key={name}
            name={name}
            content={content}
            chosen={address}
            onChoose={(next) => { setChosen({ ...chosen, [name]: next }); workbook.select(name, next); }}
            onEdit={(at, text) => workbook.edit(name, at, text)}
            onFollow={(link) => { activate(link.sheet); setChosen({ ...chosen, [link.sheet]: link.address }); workbook.select(link.sheet, link.address); }}
            onMore={content.total > rows ? () => setRows(rows + PAGE_OF_ROWS) : undefined}
          />
          <SheetTabs names={visible.map(({ plan }) => plan.name)} active={name} onChoose={activate} />
        </>
      ) : (
        <div className="empty workbook-empty">
          <TableRegular className="empty-icon" aria-hidden="true" />
          <p className="empty-title">{texts.workbook.empty}</p>
          <p className="hint">{texts.workbook.emptyAdvice}</p>
        </div>
      )}
    </section>
  );
}
