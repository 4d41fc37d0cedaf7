import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findInputFiles } from "./input-files.ts";
import { planOutput, refuseOverwriting, sayWritten, writeOutputs } from "./output-files.ts";

let folder: string;
const put = async (...names: string[]) => {
  for (const name of names) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), name);
  }
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("findInputFiles", () => {
  const namesOf = async (paths: string[], except: string[] = []) => (await findInputFiles(paths, folder, except)).map((file) => file.name);

  it("takes a folder's files and those of its subfolders, clutter left out", async () => {
    await put("in/a.txt", "in/县区/b.txt", "in/~$a.xlsx", "in/.DS_Store", "in/.git/c.txt", "in/Thumbs.db");
    expect(await namesOf(["in"])).toEqual(["a.txt", "县区/b.txt"]);
  });

  it("names each file once, and tells two of one name apart", async () => {
    await put("x/a.txt", "y/a.txt");
    expect(await namesOf(["x", "x/a.txt", "y"])).toEqual(["x/a.txt", "y/a.txt"]);
    expect(await namesOf(["x/a.txt"])).toEqual(["a.txt"]);
  });

  it("leaves out a roster that lies in the folder, yet reads it when it is named", async () => {
    await put("in/a.txt", "in/名册.csv");
    const roster = join(folder, "in/名册.csv");
    expect(await namesOf(["in"], [roster])).toEqual(["a.txt"]);
    expect(await namesOf(["in/名册.csv"], [roster])).toEqual(["名册.csv"]);
  });

  it("keeps a path that does not exist, and does not follow a link that leads back", async () => {
    await put("in/a.txt");
    await symlink("..", join(folder, "in/round"));
    expect(await namesOf(["in", "gone.txt"])).toEqual(["a.txt", "gone.txt"]);
  });
});

describe("writeOutputs", () => {
  it("makes folders, writes whole files and leaves no draft behind", async () => {
    await writeOutputs([{ path: join(folder, "deep/er/a.csv"), bytes: "x" }]);
    expect(await readdir(join(folder, "deep/er"))).toEqual(["a.csv"]);
  });

  it("writes none of them when one cannot be written", async () => {
    await put("blocked", "old.csv");
    const outputs = [{ path: join(folder, "old.csv"), bytes: "new" }, { path: join(folder, "blocked/b.csv"), bytes: "x" }];
    await expect(writeOutputs(outputs)).rejects.toThrow("不能写 b.csv：路径中有一段不是文件夹。");
    expect(await readFile(join(folder, "old.csv"), "utf8")).toBe("old.csv");
    expect((await readdir(folder)).sort()).toEqual(["blocked", "old.csv"]);
  });

  it("gives up where no folder can be made", async () => {
    await expect(writeOutputs([{ path: "/proc/none/b.csv", bytes: "x" }])).rejects.toThrow("不能写 b.csv：");
  });

  it("refuses an input file, even through a link, one file for two contents, and a wrong extension", async () => {
    await put("a.xlsx");
    await symlink("a.xlsx", join(folder, "link.xlsx"));
    const [input, link] = [join(folder, "a.xlsx"), join(folder, "link.xlsx")];
    await expect(refuseOverwriting([link], [input])).rejects.toThrow("不能覆盖");
    await expect(refuseOverwriting([join(folder, "b.csv"), join(folder, "b.csv")], [])).rejects.toThrow("分别写文件名");
    await expect(planOutput("out", "a.xls", folder)).rejects.toThrow("应以 .xlsx 结尾");
    await mkdir(join(folder, "d.csv"));
    await expect(planOutput("tidy", "d.csv", folder)).rejects.toThrow("是文件夹");
  });

  it("says near files by their relative path", () => {
    expect(sayWritten(join(folder, "out/a.csv"), folder)).toBe("已写入 out/a.csv");
    expect(sayWritten("/elsewhere/a.csv", folder)).toBe("已写入 /elsewhere/a.csv");
  });
});
