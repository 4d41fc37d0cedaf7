import type { Language } from "../../src/finding/catalogue.ts";
import type { InputFile } from "../../src/intake/intake.ts";
import { previousReports } from "../../src/intake/previous-reports.ts";
import type { GivenReport } from "../../src/intake/gather-members.ts";
import { planCity } from "./plan-city.ts";
import { prepare, type OutgoingReport } from "./outgoing.ts";
import { reviewCity, weighHandIn } from "./review-city.ts";
import type { CityInput } from "./settle-city.ts";
import { policyIn, rosterIn, takeFile } from "./take-file.ts";

/** A city as the pane has it: its members are not checked yet. */
export type CityRequest = Omit<CityInput, "members"> & { readonly members: readonly OutgoingReport[]; readonly language: Language };

export type WeighRequest = Omit<CityRequest, "language"> & { readonly index: number; readonly later: OutgoingReport };

/** Everything about a city as a whole. */
export const cityJobs = {
  takeFile,
  planCity: async ({ members, ...input }: CityRequest) => planCity({ ...input, members: members.map(prepare) }),
  reviewCity: async ({ members, ...input }: CityRequest) => reviewCity({ ...input, members: members.map(prepare) }),
  weighHandIn: async ({ members, later, ...input }: WeighRequest) => weighHandIn({ ...input, members: members.map(prepare), later: prepare(later) }),
  readRoster: async (file: InputFile) => rosterIn(file),
  readPolicy: async (bytes: Uint8Array) => policyIn(bytes) ?? null,
  previousReports: async (read: readonly GivenReport[]) => previousReports(read),
};
