/** Development certificates for https://localhost: made with openssl, kept in the user's own folder, valid for a year. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const YEAR = 365 * 24 * 3600 * 1000;
const folder = join(homedir(), ".gov-disclosure-report", "certificates");
const officeFolder = join(homedir(), ".office-addin-dev-certs");

function openssl(...words) {
  const { status, error, stderr } = spawnSync("openssl", words, { cwd: folder });
  if (error?.code === "ENOENT") throw new Error("没有 openssl；请安装，或先运行 npx office-addin-dev-certs install。\nopenssl is missing; install it, or run npx office-addin-dev-certs install first.");
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
}

function make() {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, "localhost.ext"), "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth\n");
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "365", "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=gov-disclosure-report development CA");
  openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "localhost.key", "-out", "localhost.csr", "-subj", "/CN=localhost");
  openssl("x509", "-req", "-in", "localhost.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "365", "-extfile", "localhost.ext", "-out", "localhost.crt");
}

const pair = (from, ca) => ({ ca, tls: { cert: readFileSync(join(from, "localhost.crt")), key: readFileSync(join(from, "localhost.key")) } });

/** Those of Microsoft's own tool where they are there (it makes Windows and macOS trust them), otherwise ours. */
export function developmentCertificates() {
  if (existsSync(join(officeFolder, "localhost.crt")) && existsSync(join(officeFolder, "localhost.key"))) return pair(officeFolder, join(officeFolder, "ca.crt"));
  const made = statSync(join(folder, "localhost.crt"), { throwIfNoEntry: false });
  if (!made || Date.now() - made.mtimeMs > YEAR - 30 * 24 * 3600 * 1000) make();
  return pair(folder, join(folder, "ca.crt"));
}
