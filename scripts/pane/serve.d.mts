export function serveFolder(folder: string, options?: { port?: number; tls?: { cert: Buffer; key: Buffer } }): Promise<{ port: number; close: () => Promise<unknown> }>;
