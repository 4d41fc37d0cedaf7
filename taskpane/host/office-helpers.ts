/**
 * The one place that touches @microsoft/office-js-helpers 1.0.2 (archived upstream), loaded only when it is asked for.
 * Used: which host and platform, and `Storage` for drafts. Never its Authenticator, `Storage.clear` or `clearAll`.
 */
const load = () => import("@microsoft/office-js-helpers");

const CONTAINER = "gov-disclosure-report";
const DRAFT = "draft";

export interface OfficePlace {
  readonly host: string;
  readonly platform: string;
}

/** Where the pane runs, as the helpers name it (`EXCEL`, `OFFICE_ONLINE` …); null where they cannot say. */
export async function describeOffice(): Promise<OfficePlace | null> {
  try {
    const { Utilities } = await load();
    return { host: Utilities.host, platform: Utilities.platform };
  } catch {
    return null;
  }
}

async function storage() {
  const { Storage, StorageType } = await load();
  return new Storage<string>(CONTAINER, StorageType.LocalStorage);
}

/** Keeps the draft in this browser; a browser that keeps nothing, or has no room left, keeps none. */
export async function keepDraft(draft: string): Promise<void> {
  try {
    (await storage()).set(DRAFT, draft);
  } catch {
    // A draft is a convenience: the work goes on without it.
  }
}

export async function loadDraft(): Promise<string | null> {
  try {
    const kept = await storage();
    return kept.has(DRAFT) ? kept.get(DRAFT) : null;
  } catch {
    return null;
  }
}

export async function dropDraft(): Promise<void> {
  try {
    (await storage()).delete(DRAFT);
  } catch {
    // Nothing kept, nothing to drop.
  }
}

/** True where a draft may be kept: asked without loading the helpers. */
export function hasDraft(): boolean {
  try {
    return localStorage.getItem(`@${CONTAINER}/${DRAFT}`) !== null;
  } catch {
    return false;
  }
}
