import type { JobReply, JobRequest } from "./engine.ts";
import { jobs } from "./jobs.ts";

const scope = self as unknown as { onmessage: (event: MessageEvent<JobRequest>) => void; postMessage: (reply: JobReply) => void };

scope.onmessage = ({ data: { id, job, input } }) => {
  const run = jobs[job] as (input: unknown) => Promise<unknown>;
  run(input).then(
    (output) => scope.postMessage({ id, output }),
    (error: unknown) => scope.postMessage({ id, fault: error instanceof Error ? { name: error.name, message: error.message } : { name: "Error", message: String(error) } }),
  );
};
