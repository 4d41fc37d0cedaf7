import { callMember, OfficeFault, queryMembers, reachMember, setMember, HostNotImplemented, type Remote } from "./remote.ts";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface RichRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface RichResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  /** Trace actions that were reached. */
  readonly TraceIds: readonly number[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly Location: string; readonly HttpStatusCode?: number; readonly ActionIndex: number };
}

/**
 * Answers one RichApi request on a workbook: actions in order, each object made when it is first asked for. An action
 * that Excel would refuse ends the request; what was done before it stays done, as in Excel.
 */
export function processQuery(root: Remote, { Actions, ObjectPaths }: RichRequest): RichResponse {
  const made = new Map<number, Remote | null>();
  const resolve = (id: number): Remote | null => {
    if (made.has(id)) return made.get(id)!;
    const remote = make(ObjectPaths[String(id)]!);
    made.set(id, remote);
    return remote;
  };
  const argumentsOf = (info: ArgumentInfo | undefined): unknown[] => {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((given, index) => (references[index] ? resolve(references[index]) : given));
  };
  const make = (path: ObjectPath): Remote | null => {
    if (path.ObjectPathType === 1) return root;
    const parent = path.ParentObjectPathId === undefined ? null : resolve(path.ParentObjectPathId);
    // What is reached through a null object is null.
    if (parent === null) return null;
    if (path.ObjectPathType === 4) return reachMember(parent, path.Name);
    if (path.ObjectPathType === 3) return callMember(parent, path.Name, argumentsOf(path.ArgumentInfo)) ?? null;
    if (path.ObjectPathType === 5 && parent.index) return parent.index(argumentsOf(path.ArgumentInfo)[0] as never);
    throw new HostNotImplemented(`object path ${JSON.stringify(path)} of ${parent.type}`);
  };
  const traces: number[] = [];
  const act = (action: Action): unknown => {
    if (action.ActionType === 5) {
      traces.push(action.Id);
      return null;
    }
    const remote = resolve(action.ObjectPathId);
    if (remote === null) return null;
    switch (action.ActionType) {
      case 1:
        return remote.id === undefined ? {} : { _Id: remote.id, Id: remote.id };
      case 2:
        return queryMembers(remote, action.QueryInfo?.Select ?? []);
      case 3:
        return callMember(remote, action.Name, argumentsOf(action.ArgumentInfo)) ?? null;
      case 4:
        setMember(remote, action.Name, argumentsOf(action.ArgumentInfo)[0]);
        return null;
      default:
        throw new HostNotImplemented(`action ${JSON.stringify(action)}`);
    }
  };
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: act(action) });
    } catch (error) {
      if (!(error instanceof OfficeFault)) throw error;
      const location = `${made.get(action.ObjectPathId)?.type ?? "Object"}.${action.Name}`;
      return { Results: results, TraceIds: traces, Error: { Code: error.code, Message: error.message, Location: location, ActionIndex: index } };
    }
  }
  return { Results: results, TraceIds: traces };
}
