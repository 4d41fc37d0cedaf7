import { Button } from "@fluentui/react-components";
import { DismissRegular, FolderOpenRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { usePane } from "../shell/pane.ts";
import { useTexts } from "../texts/texts.ts";

export const KINDS = ".txt,.md,.html,.htm,.xlsx,.xlsm,.csv,.docx,.pdf,.doc,.xls,.wps,.et,.zip,.json,text/plain,text/html";

/** The file chooser, and the files that will be read. */
export function ChosenFiles() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="files">
      <div className="files-row">
        <Button icon={<FolderOpenRegular />} onClick={() => chooser.current?.click()}>{texts.intake.files}</Button>
        <span className="hint">{state.files.length > 0 ? texts.intake.chosen(state.files.length) : texts.intake.filesHint}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        accept={KINDS}
        className="out-of-sight"
        tabIndex={-1}
        aria-label={texts.intake.files}
        data-testid="file-input"
        onChange={(event) => {
          dispatch({ type: "files", files: [...state.files, ...(event.currentTarget.files ?? [])] });
          event.currentTarget.value = "";
        }}
      />
      {state.files.length > 0 && (
        <ul className="files-list">
          {state.files.map((file, index) => (
            <li key={`${file.name}${index}`}>
              <span className="files-name">{file.name}</span>
              <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={texts.intake.removeFile(file.name)} onClick={() => dispatch({ type: "files", files: state.files.filter((one) => one !== file) })} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
