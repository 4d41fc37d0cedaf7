import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTexts } from "../texts/texts.ts";

/** The sheets' names, as at the bottom of any workbook. Arrow keys move among them. */
export function SheetTabs({ names, active, onChoose }: { readonly names: readonly string[]; readonly active: string; readonly onChoose: (name: string) => void }) {
  const texts = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const target = event.key === "Home" ? 0 : event.key === "End" ? names.length - 1 : step === undefined ? undefined : names.indexOf(active) + step;
    const name = target === undefined ? undefined : names[(target + names.length) % names.length];
    if (name === undefined) return;
    event.preventDefault();
    onChoose(name);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[names.indexOf(name)]?.focus();
  };
  return (
    <div className="sheet-tabs" role="tablist" aria-label={texts.workbook.sheets} ref={list} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <button key={name} type="button" role="tab" aria-selected={name === active} tabIndex={name === active ? 0 : -1} className="sheet-tab" data-testid="sheet-tab" onClick={() => onChoose(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}
