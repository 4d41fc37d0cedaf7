import type { JobName, Jobs } from "./jobs.ts";

export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<Jobs[N]>>;

export interface JobRequest {
  readonly id: number;
  readonly job: JobName;
  readonly input: unknown;
}

/** What a worker says of an error, which loses its class on the way. */
export interface JobFault {
  readonly name: string;
  readonly message: string;
}

export type JobReply = { readonly id: number; readonly output: unknown } | { readonly id: number; readonly fault: JobFault };

/** Runs jobs somewhere: in a worker, or right here in tests. An aborted job rejects with an AbortError. */
export interface Engine {
  run<N extends JobName>(job: N, input: JobInput<N>, signal?: AbortSignal): Promise<JobOutput<N>>;
}

export const aborted = () => new DOMException("cancelled", "AbortError");

/** For tests, and for browsers without workers. */
export const directEngine: Engine = {
  run: async <N extends JobName>(job: N, input: JobInput<N>, signal?: AbortSignal): Promise<JobOutput<N>> => {
    const { jobs } = await import("./jobs.ts");
    if (signal?.aborted) throw aborted();
    const run = jobs[job] as unknown as (input: JobInput<N>) => Promise<JobOutput<N>>;
    return await run(input);
  },
};

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How long a cancelled worker may take to end its job by itself, in milliseconds. */
const GRACE_MS = 3_000;

/** Ends a worker after the job it is at: one that is ended while it loads a part of the program takes that for a fault. */
function retire(worker: Worker): void {
  const end = () => worker.terminate();
  worker.onmessage = end;
  worker.onerror = end;
  setTimeout(end, GRACE_MS);
}

/**
 * Runs jobs in a worker that is started with the first one. Cancelling lets the worker go, as reading cannot be
 * interrupted from outside: its jobs reject at once, and the next job starts another.
 */
export function workerEngine(start: () => Worker): Engine {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const stop = (error: unknown) => {
    if (worker) retire(worker);
    worker = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  const open = () => {
    worker = start();
    worker.onmessage = ({ data }: MessageEvent<JobReply>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ("fault" in data) one?.reject(Object.assign(new Error(data.fault.message), { name: data.fault.name }));
      else one?.resolve(data.output);
    };
    worker.onerror = (event) => stop(new Error(event.message || "the worker could not be started"));
    return worker;
  };
  return {
    run: <N extends JobName>(job: N, input: JobInput<N>, signal?: AbortSignal) =>
      new Promise<JobOutput<N>>((resolve, reject) => {
        if (signal?.aborted) return reject(aborted());
        const id = ++last;
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        signal?.addEventListener("abort", () => waiting.has(id) && stop(aborted()), { once: true });
        (worker ?? open()).postMessage({ id, job, input } satisfies JobRequest);
      }),
  };
}
