import { Button } from "@fluentui/react-components";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";
import { rememberLanguage } from "./remembered-language.ts";

/** The mark of the add-in, as on the ribbon: a sheet with a check. */
const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
    <rect x="4" y="3" width="24" height="26" rx="4" className="mark-sheet" />
    <path d="M9 10h14M9 15h14M9 20h6" className="mark-lines" />
    <path d="M16 22.5l3.2 3.2L26 18.5" className="mark-check" />
  </svg>
);

export function Header() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const change = () => {
    const language = state.language === "zh-CN" ? "en-US" : "zh-CN";
    rememberLanguage(language);
    dispatch({ type: "language", language });
  };
  return (
    <header className="header">
      <Mark />
      <h1 className="header-title">{texts.appName}</h1>
      <Button appearance="subtle" size="small" onClick={change} aria-label={texts.languageLabel} lang={state.language === "zh-CN" ? "en" : "zh-CN"}>
        {texts.language}
      </Button>
    </header>
  );
}
