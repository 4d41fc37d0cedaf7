import type { JobName, Jobs } from "./jobs.ts";

export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<Jobs[N]>>;

export interface JobRequest {
  readonly id: number;
  readonly job: JobName;
  readonly input: unknown;
}

export type JobReply = { readonly id: number; readonly output: unknown } | { readonly id: number; readonly fault: string };

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

/**
 * Runs jobs in a worker that is started with the first one. Cancelling ends the worker, as reading cannot be
 * interrupted from outside; the next job starts another.
 */
export function workerEngine(start: () => Worker): Engine {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const stop = (error: unknown) => {
    worker?.terminate();
    worker = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  const open = () => {
    worker = start();
    worker.onmessage = ({ data }: MessageEvent<JobReply>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ("fault" in data) one?.reject(new Error(data.fault));
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
