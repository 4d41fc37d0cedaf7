import { useEffect, useState } from "react";

const query = "(prefers-color-scheme: dark)";

/** Dark when the system is, unless Office says what its own theme is. */
export function useDark(officeSays: boolean | undefined): boolean {
  const [system, setSystem] = useState(() => window.matchMedia?.(query).matches ?? false);
  useEffect(() => {
    const media = window.matchMedia?.(query);
    const follow = () => setSystem(media.matches);
    media?.addEventListener("change", follow);
    return () => media?.removeEventListener("change", follow);
  }, []);
  return officeSays ?? system;
}
