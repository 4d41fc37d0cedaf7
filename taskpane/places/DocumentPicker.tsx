import { Button, Select } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { countLevels } from "../state/findings.ts";
import { partedFindings } from "../state/remarks-reducer.ts";
import type { PaneDocument } from "../state/model.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";

/** Chooses among the reports that were read; not there for a single one. */
export function DocumentPicker({ current }: { readonly current: PaneDocument }) {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const { documents } = state.work;
  const name = ({ report }: PaneDocument) => `${report.unit || texts.home.noUnit} ${report.year ?? texts.home.noYear}`;
  const label = (document: PaneDocument) => {
    const { error } = countLevels(partedFindings(state, document).open);
    return `${name(document)}${error > 0 ? `（${texts.check.errors(error)}）` : ""}`;
  };
  if (documents.length < 2) return null;
  return (
    <div className="picker">
      <Select className="picker-select" aria-label={texts.check.document} data-testid="document-picker" value={current.id} onChange={(_, { value }) => dispatch({ type: "choose-document", id: value })}>
        {documents.map((document, index) => (
          <option key={document.id} value={document.id}>{`${index + 1}/${documents.length}  ${label(document)}`}</option>
        ))}
      </Select>
      <Button appearance="subtle" icon={<DeleteRegular />} aria-label={`${texts.remove}：${name(current)}`} title={texts.remove} onClick={() => dispatch({ type: "remove-document", id: current.id })} />
    </div>
  );
}
