import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { usePane } from "../../shell/pane.ts";
import { useTexts } from "../../texts/texts.ts";
import { CityFigure } from "./CityFigure.tsx";
import { Contributors } from "./Contributors.tsx";
import { measureOf, nameCell } from "./name-cell.ts";
import { TracedFigure } from "./TracedFigure.tsx";

/** 数据来历: what stands behind the figure that was chosen in the workbook. Escape goes back to the place below it. */
export function TracePanel() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const { figure, unit } = state.trace;
  const traced = figure ?? unit;
  const panel = useRef<HTMLElement>(null);
  const close = () => dispatch({ type: "trace-close" });
  const at = figure?.at ?? unit?.cell.at;
  const name = at ? nameCell(at, texts) : "";
  useEffect(() => {
    if (name !== "") dispatch({ type: "say", text: texts.trace.traced(name) });
    panel.current?.closest(".pane-scroll")?.scrollTo?.({ top: 0 });
  }, [name, dispatch, texts]);
  if (!traced || !at) return null;
  return (
    <section className="trace" ref={panel} aria-labelledby="trace-title" data-testid="trace" onKeyDown={(event) => event.key === "Escape" && close()}>
      <div className="trace-head">
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={close} data-testid="trace-close">{texts.trace.back}</Button>
        <span className="hint">{texts.trace.title}</span>
      </div>
      <h2 className="trace-title" id="trace-title" tabIndex={-1}>{name}</h2>
      <p className="hint">{figure ? figure.city : `${unit!.unit}${unit!.file && unit!.file !== unit!.unit ? ` · ${unit!.file}` : ""}`}</p>
      {figure && <CityFigure key={`${at.table}${at.row}${at.column}`} figure={figure} />}
      {!figure && unit && (
        <>
          <TracedFigure unit={unit.unit} year={unit.year} traced={unit.cell} named />
          {unit.parts.length > 0 && <Contributors contributors={unit.parts} measure={measureOf(at)} label={texts.trace.parts} />}
        </>
      )}
    </section>
  );
}
