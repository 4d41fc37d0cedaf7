import manifest from "../../package.json";
import lock from "../../package-lock.json";

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const packages: Readonly<Record<string, Locked>> = lock.packages;

describe("package-lock.json", () => {
  it("names the binaries of every system, without which `npm ci` refuses it (npm run complete-lock)", () => {
    const names = new Set(Object.keys(packages).map((path) => path.split("node_modules/").pop()));
    const binaries = Object.values(packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {})).filter(([, version]) => /^\d/.test(version));
    expect(binaries.filter(([name]) => !names.has(name))).toEqual([]);
    expect(binaries.length).toBeGreaterThan(20);
  });

  it("pins every package of ours exactly", () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  it("names no address of any machine", () => {
    expect(JSON.stringify(lock)).not.toMatch(/localhost|127\.0\.0\.1|"resolved":"http(?!s:\/\/registry\.npmjs\.org)/);
  });
});
