/** An object of Excel as Office.js asks for it: what may be read, set, called and reached. Names as on the wire. */
export interface Remote {
  readonly type: string;
  readonly id?: string;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: never) => void>>;
  readonly reach?: Readonly<Record<string, () => Remote | null>>;
  readonly call?: Readonly<Record<string, (...given: never[]) => Remote | null | undefined | void>>;
  /** Of a collection. */
  readonly items?: () => readonly Remote[];
  readonly index?: (key: never) => Remote;
}

/** What Excel would refuse: an error of one action, which leaves the actions before it done. */
export class OfficeFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The add-in used something that this host does not know: the test has to fail, not the add-in to cope. */
export class HostNotImplemented extends Error {}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function member<T>(remote: Remote, kind: "get" | "set" | "reach" | "call", name: string): T {
  const found = remote[kind]?.[name];
  if (!found) throw new HostNotImplemented(`${remote.type}.${name} (${kind})`);
  return found as T;
}

export const getMember = (remote: Remote, name: string): unknown => member<() => unknown>(remote, "get", name)();
export const setMember = (remote: Remote, name: string, value: unknown): void => member<(value: unknown) => void>(remote, "set", name)(value);
export const reachMember = (remote: Remote, name: string): Remote | null => member<() => Remote | null>(remote, "reach", name)();
export const callMember = (remote: Remote, name: string, given: readonly unknown[]): Remote | null | undefined => member<(...given: unknown[]) => Remote | null | undefined>(remote, "call", name)(...given);

/** Answers a query: `a/b` reaches b through a; of a collection every item is asked. */
export function queryMembers(remote: Remote, select: readonly string[]): Record<string, unknown> {
  if (remote.items) return { _Items: remote.items().map((item) => ({ ...(item.id !== undefined && { _Id: item.id }), ...queryMembers(item, select) })) };
  const answer: Record<string, unknown> = {};
  const deeper = new Map<string, string[]>();
  for (const path of select) {
    const [head = "", ...rest] = path.split("/");
    if (rest.length === 0) answer[pascal(head)] = getMember(remote, pascal(head));
    else deeper.set(head, [...(deeper.get(head) ?? []), rest.join("/")]);
  }
  for (const [head, rest] of deeper) {
    const below = reachMember(remote, pascal(head));
    answer[pascal(head)] = below && queryMembers(below, rest);
  }
  return answer;
}
