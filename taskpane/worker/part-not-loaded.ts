/**
 * Whether a part of the program itself could not be loaded: what serves the pane was stopped, or the connection to it
 * is gone. webpack says so in the page by a ChunkLoadError, a worker's importScripts by a NetworkError.
 */
export const isPartNotLoaded = (error: unknown): boolean => error instanceof Error && (error.name === "ChunkLoadError" || error.name === "NetworkError");
