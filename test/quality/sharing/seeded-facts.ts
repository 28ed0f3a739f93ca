import {
  bands,
  bodies,
  consents,
  factorNames,
  flagNames,
  harms,
  type OracleFacts,
  openStatuses,
  purposes,
  reasons,
  roles,
} from './oracle-facts.ts'

type Draw = () => number

/** Mulberry32: numbers from 0 up to 1, the same ones for the same seed. */
const drawFrom = (seed: number): Draw => {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const oneOf = <T>(draw: Draw, [first, ...others]: readonly [T, ...T[]]): T =>
  others[Math.floor(draw() * (others.length + 1)) - 1] ?? first

const someOf = <T>(draw: Draw, list: readonly T[], share: number): T[] =>
  list.filter(() => draw() < share)

const factsFrom = (draw: Draw, number: number): OracleFacts => {
  const seldom = (): boolean => draw() < 0.15
  return {
    id: `seeded-${number}`,
    purpose: oneOf(draw, purposes),
    harm: oneOf(draw, harms),
    consent: oneOf(draw, consents),
    whyNotSought: oneOf(draw, reasons),
    body: oneOf(draw, bodies),
    dutyInForce: draw() < 0.5,
    match: oneOf(draw, bands),
    flags: someOf(draw, flagNames, 0.12),
    factors: someOf(draw, factorNames, 0.05),
    openStatus: oneOf(draw, openStatuses),
    youngestMonths: draw() < 0.25 ? null : Math.floor(draw() * 218) - 1,
    anyAdolescent: seldom(),
    combination: seldom(),
    threeInThree: seldom(),
    underWatch: seldom(),
    knownRemoval: seldom(),
    highRisk: seldom(),
    protectedHousehold: draw() < 0.3,
    subjectRole: oneOf(draw, roles),
    recognisedLegitimateInterestInForce: draw() < 0.5,
  }
}

/** Facts of every kind at once, the unlikely ones included. */
export function* seededFacts(count: number): Generator<OracleFacts> {
  const draw = drawFrom(20_261_126)
  for (let number = 1; number <= count; number += 1) yield factsFrom(draw, number)
}
