import { z } from "zod";
import type { Claim } from "../prose/claim.ts";
import type { Origin } from "../report/model.ts";
import { packOrigin, unpackOrigin, type PackedOrigin } from "./pack.ts";

const VERSION = 1;

/** What most numbers do not have, under short names. */
const EXTRAS = { decimal: "d", precision: "e", unit: "m", approximate: "a", subject: "f", vague: "v", own: "o", year: "y", part: "p", share: "s" } as const;
type Extra = keyof typeof EXTRAS;
type Extras = Readonly<Record<string, unknown>>;

/** Sentence by its number, the number as printed, what it counts, where it stands, whatever else. */
type PackedClaim = readonly [sentence: number, raw: string, counts: string, origin: PackedOrigin, extras?: Extras];

/**
 * The numbers of running text in few characters for the hidden metadata: every sentence once, and of each number only
 * what its print does not tell. Packing and unpacking lose nothing.
 */
export interface PackedProse {
  readonly version: number;
  readonly sentences: readonly string[];
  readonly claims: readonly PackedClaim[];
}

const PLAIN = /^(\d+(?:\.\d+)?)(\D{0,3})$/;

/** What a plain print (`35件`, `48.57%`) says by itself. */
function readPlain(raw: string): Pick<Claim, "decimal" | "precision" | "unit"> | undefined {
  const [, decimal, unit = ""] = PLAIN.exec(raw) ?? [];
  return decimal === undefined ? undefined : { decimal, unit, precision: -(decimal.split(".")[1]?.length ?? 0) + 0 };
}

function packClaim(claim: Claim, sentence: number): PackedClaim {
  const plain: Partial<Record<Extra, unknown>> = readPlain(claim.raw) ?? {};
  const extras = (Object.keys(EXTRAS) as Extra[]).flatMap((key) => (claim[key] === undefined || claim[key] === plain[key] ? [] : [[EXTRAS[key], claim[key]]]));
  const base = [sentence, claim.raw, claim.counts, packOrigin(claim.origin)] as const;
  return extras.length === 0 ? base : [...base, Object.fromEntries(extras) as Extras];
}

export function packProse(claims: readonly Claim[]): PackedProse {
  const numbers = new Map<string, number>();
  const packed = claims.map((claim) => {
    const sentence = numbers.get(claim.sentence) ?? numbers.size;
    numbers.set(claim.sentence, sentence);
    return packClaim(claim, sentence);
  });
  return { version: VERSION, sentences: [...numbers.keys()], claims: packed };
}

const index = z.number().int().nonnegative();
const extras = z.object({
  d: z.string().optional(), e: z.number().optional(), m: z.string().optional(), a: z.literal(true).optional(), f: z.string().optional(), v: z.literal(true).optional(), o: z.literal(true).optional(), y: z.number().optional(),
  p: z.object({ of: index, complete: z.boolean() }).optional(),
  s: z.object({ of: index.optional(), subject: z.string().optional(), base: z.string().optional() }).optional(),
});
const shape = z.object({
  version: z.literal(VERSION),
  sentences: z.array(z.string()),
  claims: z.array(z.tuple([index, z.string(), z.string(), z.array(z.union([z.string(), z.number()]))], extras)),
});

/** The numbers as they were packed; undefined where there are none, of a later version, or damaged: the report stands without them. */
export function unpackProse(packed: unknown): readonly Claim[] | undefined {
  const parsed = shape.safeParse(packed);
  if (!parsed.success) return undefined;
  const { sentences, claims } = parsed.data;
  return claims.map(([sentence, raw, counts, origin, extra]) => unpackClaim(sentences[sentence] ?? "", raw, counts, unpackOrigin(origin as PackedOrigin), (extra ?? {})));
}

function unpackClaim(sentence: string, raw: string, counts: string, origin: Origin, extra: Extras): Claim {
  const own = (Object.keys(EXTRAS) as Extra[]).flatMap((key) => (extra[EXTRAS[key]] === undefined ? [] : [[key, extra[EXTRAS[key]]]]));
  return { sentence, raw, decimal: "0", precision: 0, unit: "", ...readPlain(raw), counts, origin, ...(Object.fromEntries(own) as Partial<Claim>) };
}

/**
 * The numbers that anything can be said of: of very many units those that count what no table holds are left out.
 * Whatever another number is compared with stays.
 */
export function keepComparable(claims: readonly Claim[]): readonly Claim[] {
  const needed = new Set(claims.flatMap(({ part, share }) => [part?.of, share?.of]));
  const kept = claims.flatMap((claim, at) => (claim.subject || claim.share || claim.part || needed.has(at) ? [at] : []));
  const placeOf = new Map(kept.map((at, place) => [at, place]));
  return kept.map((at) => {
    const { part, share, ...claim } = claims[at]!;
    const of = share?.of === undefined ? undefined : placeOf.get(share.of);
    return { ...claim, ...(part && { part: { ...part, of: placeOf.get(part.of)! } }), ...(share && { share: { ...share, ...(of !== undefined && { of }) } }) };
  });
}
