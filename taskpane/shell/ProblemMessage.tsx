import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { sayAdvice, sayFinding } from "../../src/finding/say.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";

/** What went wrong and what to do about it; stays until dismissed or until the next action. */
export function ProblemMessage() {
  const texts = useTexts();
  const language = useLanguage();
  const { state, dispatch } = usePane();
  if (!state.problem) return null;
  const { code, detail } = state.problem;
  const { text, advice } = texts.problems[code];
  const files = code === "file-problem" || code === "no-report" ? state.work.inputFindings : [];
  return (
    <MessageBar intent="error" layout="multiline" className="problem" data-testid="error" role="alert" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{text}</MessageBarTitle>
        {detail && code !== "fault" && <span className="problem-detail">{detail} </span>}
        {advice}
        {files.length > 0 && code === "file-problem" && (
          <ul className="problem-files">
            {files.map((finding, index) => (
              <li key={index}>
                {finding.file && <strong>{finding.file}：</strong>}
                {sayFinding(finding, language)} {sayAdvice(finding, language)}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => dispatch({ type: "problem", problem: null })}>{texts.dismiss}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
