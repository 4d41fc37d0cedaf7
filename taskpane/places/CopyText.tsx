import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useId, useRef, useState } from "react";
import { useCityTexts } from "../texts/city/city-texts.ts";

/** A text to paste elsewhere, with a button that copies it. Where the browser forbids that, the text is selected instead. */
export function CopyText({ text, label, button, testId }: { readonly text: string; readonly label: string; readonly button: string; readonly testId: string }) {
  const words = useCityTexts().roster;
  const [said, setSaid] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      box.current?.select();
      // The only way left in frames without the clipboard's permission, which Office's are.
      setSaid(document.execCommand("copy") ? words.copied : words.copyFailed);
    }
  };
  return (
    <div className="copy">
      <label className="copy-label" htmlFor={id}>{label}</label>
      <textarea id={id} ref={box} className="copy-text" readOnly value={text} rows={Math.min(8, text.split("\n").length + 1)} data-testid={`${testId}-text`} />
      <div className="copy-foot">
        <Button size="small" icon={<CopyRegular />} onClick={() => void copy()} data-testid={testId}>{button}</Button>
        <span className="hint" role="status">{said}</span>
      </div>
    </div>
  );
}
