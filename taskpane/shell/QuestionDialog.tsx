import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import type { Answer, Question } from "../flow/desk.ts";
import { useCityTexts } from "../texts/city/city-texts.ts";
import { useTexts } from "../texts/texts.ts";
import { later } from "./later.tsx";

const SecondQuestion = later(() => import("../places/roster/WeighedTable.tsx").then(({ SecondQuestion }) => SecondQuestion));

const MOST_SHOWN = 8;

/** Asks before something of the user's is overwritten. Closing it in any other way is giving up. */
export function QuestionDialog({ question, onAnswer }: { readonly question: Question; readonly onAnswer: (answer: Answer) => void }) {
  const texts = useTexts();
  const words = texts.question;
  const twiceWords = useCityTexts().twice;
  const twice = question.kind === "twice";
  const title = twice ? words.twiceTitle : question.kind === "foreign" ? words.foreignTitle : words.changedTitle;
  const differences = twice ? [] : question.preview.differences;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onAnswer("cancel")}>
      <DialogSurface className="question">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {twice && <SecondQuestion unit={question.unit} year={question.year} weighed={question.weighed} />}
            {!twice && (question.kind === "foreign" ? words.foreign(question.preview.sheet) : words.changed(question.preview.sheet, differences.length))}
            {differences.length > 0 && (
              <table className="plain-table">
                <thead>
                  <tr><th scope="col">{words.cell}</th><th scope="col">{words.now}</th><th scope="col">{words.planned}</th></tr>
                </thead>
                <tbody>
                  {differences.slice(0, MOST_SHOWN).map(({ address, now, planned }) => (
                    <tr key={address}><th scope="row">{address}</th><td>{now}</td><td>{planned}</td></tr>
                  ))}
                </tbody>
              </table>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" data-testid="answer-yes" onClick={() => onAnswer("yes")}>{twice ? twiceWords.replace : words.overwrite}</Button>
            <Button data-testid="answer-no" onClick={() => onAnswer("no")}>{twice ? twiceWords.keep : words.keep}</Button>
            <Button appearance="subtle" onClick={() => onAnswer("cancel")}>{texts.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
