/** Serves the built pane to this computer only; a folder's files and nothing else. */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join, normalize, sep } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".png": "image/png", ".txt": "text/plain; charset=utf-8" };

function fileOf(folder, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path === "/" ? "taskpane.html" : path));
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

const answer = (folder) => (request, response) => {
  const file = fileOf(folder, request.url ?? "/");
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  // Names of scripts carry their hash; only the page itself may change under its name.
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
};

const listen = (server, port, host) => new Promise((resolve, reject) => server.once("error", reject).listen(port, host, () => resolve(server)));

/**
 * Listens on this computer's own addresses (IPv4, and IPv6 where there is one). Port 0: any free one. `tls` makes it https.
 *
 * Rejects where the port is taken (EADDRINUSE).
 */
export async function serveFolder(folder, { port = 0, tls } = {}) {
  const make = () => (tls ? createSecureServer(tls, answer(folder)) : createServer(answer(folder)));
  const first = await listen(make(), port, "127.0.0.1");
  const servers = [first];
  const chosen = first.address().port;
  await listen(make(), chosen, "::1").then((server) => servers.push(server), () => undefined);
  return { port: chosen, close: () => Promise.all(servers.map((server) => new Promise((done) => { server.closeAllConnections(); server.close(done); }))) };
}
