/** Read all the way: browsers give the entries of a folder in parts. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all;
    all.push(...part);
  }
};

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  return (await Promise.all((await entriesOf(entry as FileSystemDirectoryEntry)).map(filesOf))).flat();
}

/** The files of a drop, those of dropped folders too, by name. What systems leave in folders is none. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const plain = [...data.files];
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const files = (await Promise.all(entries.map(filesOf))).flat();
  return files.filter(({ name }) => !/^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
