import type { StepArea } from "../../src/writer/excel/step.ts";
import { HostNotImplemented, OfficeFault, type Remote } from "./remote.ts";
import { keyOf, type SheetState } from "./sheet-state.ts";

const overlap = (a: StepArea, b: StepArea): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
const inside = (inner: StepArea, outer: StepArea): boolean => inner[0] >= outer[0] && inner[2] <= outer[2] && inner[1] >= outer[1] && inner[3] <= outer[3];

let formats = 0;

const remoteOf = (sheet: SheetState, format: SheetState["conditional"][number], writable: () => void): Remote => ({
  type: "ConditionalFormat",
  id: format.id,
  get: { Id: () => format.id, Type: () => format.type },
  reach: { CustomOrNullObject: () => (format.type === "Custom" ? { type: "CustomConditionalFormat", reach: { Rule: () => ({ type: "ConditionalFormatRule", get: { Formula: () => format.formula } }) } } : null) },
  call: {
    Delete: () => {
      writable();
      sheet.conditional = sheet.conditional.filter((one) => one !== format);
    },
  },
});

/** Excel's ConditionalFormatCollection of a range; only formats by formula are made, others are kept. */
export function conditionalRemote(sheet: SheetState, area: StepArea, writable: () => void): Remote {
  return {
    type: "ConditionalFormatCollection",
    index: (id: string) => {
      const found = sheet.conditional.find((one) => one.id === id);
      if (!found) throw new OfficeFault("ItemNotFound", `conditional format ${id}`);
      return remoteOf(sheet, found, writable);
    },
    items: () => sheet.conditional.filter((one) => overlap(one.area, area)).map((one) => remoteOf(sheet, one, writable)),
    call: {
      Add: (type: string) => {
        writable();
        if (type !== "Custom") throw new HostNotImplemented(`conditional format ${type}`);
        const made: SheetState["conditional"][number] = { id: `{format-${++formats}}`, area, type, formula: "", format: {} };
        sheet.conditional.push(made);
        const colour = (name: string): Remote => ({ type: `Conditional ${name}`, set: { Color: (value: string) => void (made.format[name] = value) } });
        return {
          type: "ConditionalFormat",
          reach: {
            Custom: () => ({
              type: "CustomConditionalFormat",
              reach: {
                Rule: () => ({ type: "ConditionalFormatRule", set: { Formula: (formula: string) => void (made.formula = formula) } }),
                Format: () => ({ type: "ConditionalRangeFormat", reach: { Fill: () => colour("fill"), Font: () => colour("font") } }),
              },
            }),
          },
        };
      },
      ClearAll: () => {
        writable();
        sheet.conditional = sheet.conditional.filter((one) => !inside(one.area, area));
      },
    },
  };
}

/** Excel's DataValidation of a range: kept cell by cell. */
export function validationRemote(sheet: SheetState, [top, left, bottom, right]: StepArea, writable: () => void): Remote {
  const each = (change: (key: string) => void) => {
    writable();
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) change(keyOf(row, column));
  };
  const set = (name: string) => (value: unknown) => each((key) => sheet.validations.set(key, { ...sheet.validations.get(key), [name]: value }));
  return {
    type: "DataValidation",
    set: { Rule: set("rule"), Prompt: set("prompt"), ErrorAlert: set("errorAlert"), IgnoreBlanks: set("ignoreBlanks") },
    call: { Clear: () => each((key) => sheet.validations.delete(key)) },
  };
}
