import { Button, Field, Textarea } from "@fluentui/react-components";
import type { ClipboardEvent, DragEvent } from "react";
import { useState } from "react";
import { droppedFiles } from "./dropped-files.ts";
import { usePane } from "../shell/pane.ts";
import { useTexts } from "../texts/texts.ts";

const hasTable = (html: string) => /<table[\s>]/i.test(html);

/**
 * Where a report is pasted. The clipboard's HTML is kept beside its text, as only it knows merged cells; it is given
 * up as soon as the user types into the text.
 */
export function PasteBox() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const [dropping, setDropping] = useState(false);
  const { text, html } = state.work.input;

  const take = (plain: string, markup: string, box?: HTMLTextAreaElement) => {
    const all = box === undefined || text === "" || (box.selectionStart === 0 && box.selectionEnd === text.length);
    if (all) return dispatch({ type: "input", text: plain, html: hasTable(markup) ? markup : undefined, step: "paste" });
    dispatch({ type: "input", text: text.slice(0, box.selectionStart) + plain + text.slice(box.selectionEnd), step: "paste" });
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const data = event.clipboardData;
    const files = [...data.files];
    const plain = data.getData("text/plain");
    const markup = data.getData("text/html");
    if (plain === "" && markup === "" && files.length === 0) return;
    event.preventDefault();
    if (files.length > 0 && plain === "") return dispatch({ type: "files", files: [...state.files, ...files] });
    take(plain || (new DOMParser().parseFromString(markup, "text/html").body.textContent ?? ""), markup, event.currentTarget);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    if (event.dataTransfer.files.length > 0) {
      const before = state.files;
      droppedFiles(event.dataTransfer).then(
        (files) => dispatch({ type: "files", files: [...before, ...files] }),
        () => dispatch({ type: "problem", problem: { code: "drop-failed" } }),
      );
    } else take(event.dataTransfer.getData("text/plain"), event.dataTransfer.getData("text/html"));
  };

  return (
    <Field label={texts.intake.sourceLabel} className="paste">
      <Textarea
        className={dropping ? "paste-box paste-dropping" : "paste-box"}
        data-testid="source-input"
        resize="vertical"
        value={text}
        placeholder={texts.intake.placeholder}
        spellCheck={false}
        onChange={(_, { value }) => dispatch({ type: "input", text: value })}
        onPaste={paste}
        onDragOver={(event) => { event.preventDefault(); setDropping(true); }}
        onDragLeave={() => setDropping(false)}
        onDrop={drop}
      />
      <div className="paste-foot">
        <span>{text === "" ? texts.intake.sourceHint : `${texts.intake.characters(text.length)}${html ? ` · ${texts.intake.asTable}` : ""}`}</span>
        {text !== "" && (
          <Button size="small" appearance="transparent" onClick={() => dispatch({ type: "input", text: "", step: "clear" })}>{texts.intake.clear}</Button>
        )}
      </div>
    </Field>
  );
}
