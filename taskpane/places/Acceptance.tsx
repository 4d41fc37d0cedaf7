import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { sayAcceptance, type Acceptance as Accepted } from "../../src/finding/acceptance.ts";
import { rememberedName, rememberName } from "../shell/remembered-name.ts";
import { useTexts } from "../texts/texts.ts";

export interface AcceptanceParts {
  /** Where the finding has been accepted: why, by whom, when. */
  readonly acceptance?: Accepted;
  readonly onAccept: (reason: { readonly why: string; readonly who?: string }) => void;
  readonly onWithdraw: () => void;
}

/** Lets a finding stand, with a reason; or takes that back. */
export function Acceptance({ acceptance, onAccept, onWithdraw }: AcceptanceParts) {
  const texts = useTexts();
  const words = texts.remarks;
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  const [who, setWho] = useState(rememberedName);
  const [missing, setMissing] = useState(false);
  const reason = useRef<HTMLTextAreaElement>(null);
  if (acceptance) {
    return (
      <div className="acceptance" data-testid="acceptance">
        <p className="hint"><span className="count">{words.accepted}</span> {sayAcceptance(acceptance)}</p>
        <Button size="small" appearance="subtle" data-testid="withdraw" onClick={onWithdraw}>{words.withdraw}</Button>
      </div>
    );
  }
  if (!open) return <div className="acceptance"><Button size="small" appearance="subtle" data-testid="accept-open" onClick={() => setOpen(true)}>{words.accept}</Button></div>;
  const accept = () => {
    if (why.trim() === "") {
      setMissing(true);
      return reason.current?.focus();
    }
    rememberName(who.trim());
    onAccept({ why: why.trim(), ...(who.trim() !== "" && { who: who.trim() }) });
    setOpen(false);
  };
  return (
    <form noValidate className="acceptance acceptance-form" aria-label={words.acceptTitle} onSubmit={(event) => { event.preventDefault(); accept(); }}>
      <p className="hint">{words.acceptHint}</p>
      <Field label={words.why} required validationMessage={missing && why.trim() === "" ? words.whyMissing : undefined}>
        <Textarea ref={reason} autoFocus rows={2} maxLength={200} data-testid="accept-why" value={why} onChange={(_, { value }) => setWhy(value)} />
      </Field>
      <Field label={words.who}>
        <Input maxLength={40} data-testid="accept-who" value={who} onChange={(_, { value }) => setWho(value)} />
      </Field>
      <div className="card-actions">
        <Button size="small" appearance="primary" type="submit" data-testid="accept-confirm">{words.confirm}</Button>
        <Button size="small" appearance="subtle" onClick={() => setOpen(false)}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
