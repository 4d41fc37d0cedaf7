/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { directEngine, type Engine } from "../worker/engine.ts";
import { App } from "./App.tsx";

class Observer { observe() {} unobserve() {} disconnect() {} }

beforeAll(() => { globalThis.ResizeObserver = Observer as unknown as typeof ResizeObserver; });
beforeEach(() => localStorage.clear());

const open = (engine: Engine = directEngine) => render(<App engine={engine} download={() => undefined} detect={() => Promise.resolve({ kind: "page", why: "no-host" })} />);

describe("the pane", () => {
  it("says what to do about an empty paste, and lets the words be dismissed", async () => {
    open();
    await userEvent.click(screen.getByTestId("read-button"));
    expect(await screen.findByTestId("error")).toHaveTextContent("还没有内容可读");
    await userEvent.click(screen.getByRole("button", { name: "知道了" }));
    expect(screen.queryByTestId("error")).toBeNull();
  });

  it("says a fault of its own in plain words, and keeps what was pasted", async () => {
    jest.spyOn(console, "error").mockImplementation(() => undefined);
    open({ run: () => Promise.reject(new Error("boom at line 3")) });
    await userEvent.type(screen.getByTestId("source-input"), "报告");
    await userEvent.click(screen.getByTestId("read-button"));
    expect(await screen.findByTestId("error")).toHaveTextContent("程序出错");
    expect(screen.getByTestId("error")).not.toHaveTextContent("boom");
    expect(screen.getByTestId("source-input")).toHaveValue("报告");
  });

  it("speaks English at a click, and remembers it", async () => {
    open();
    await userEvent.click(screen.getByRole("button", { name: /English/ }));
    expect(screen.getByTestId("place-intake")).toHaveTextContent("Read");
    expect(localStorage.getItem("gdr-language")).toBe("en-US");
    await waitFor(() => expect(document.documentElement.lang).toBe("en-US"));
  });

  it("moves among the places by arrow keys and keeps the focus on them", async () => {
    open();
    screen.getByTestId("place-intake").focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByTestId("place-check")).toHaveFocus();
    expect(screen.getByTestId("place-check")).toHaveAttribute("aria-selected", "true");
    expect(await screen.findByText("还没有读入报告。")).toBeVisible();
  });
});
