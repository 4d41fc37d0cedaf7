import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Component, lazy, Suspense, useState, type ComponentType, type ReactNode } from "react";
import { useTexts } from "../texts/texts.ts";
import { isPartNotLoaded } from "../worker/part-not-loaded.ts";

interface BoundaryProps {
  readonly fallback: (error: unknown) => ReactNode;
  readonly children: ReactNode;
}

/** Holds a fault of one part of the page where it is: without it React would take the whole pane away, and the work in it. */
class Boundary extends Component<BoundaryProps, { readonly fault?: { readonly error: unknown } }> {
  override state: { readonly fault?: { readonly error: unknown } } = {};
  static getDerivedStateFromError(error: unknown) {
    return { fault: { error } };
  }
  override render() {
    return this.state.fault ? this.props.fallback(this.state.fault.error) : this.props.children;
  }
}

function PartProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const texts = useTexts();
  const { text, advice } = texts.problems[isPartNotLoaded(error) ? "part-not-loaded" : "fault"];
  return (
    <MessageBar intent="error" layout="multiline" className="problem" data-testid="part-error" role="alert" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{text}</MessageBarTitle>
        {advice}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>{texts.retry}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/**
 * A part of the page that is loaded when it is first shown. Where it cannot be loaded or fails, a message stands in its
 * place with a button that tries again; the rest of the page, and the work in it, stays.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, waiting: ReactNode = null): ComponentType<P> {
  const open = () => lazy(async () => ({ default: await load() })) as ComponentType<P>;
  const first = open();
  return function Later(props: P) {
    // React keeps a load that failed: trying again needs another lazy component.
    const [{ Part, attempt }, setPart] = useState({ Part: first, attempt: 0 });
    const retry = () => setPart({ Part: open(), attempt: attempt + 1 });
    return (
      <Boundary key={attempt} fallback={(error) => <PartProblem error={error} onRetry={retry} />}>
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </Boundary>
    );
  };
}
