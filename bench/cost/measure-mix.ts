import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { directoryRows } from '../../local/seed/directory.ts'
import type { ConcernInput } from '../../local/seed/seed-types.ts'
import { seeksOf } from '../../shared/assessing/seeks-of.ts'
import { put, remove } from '../../shared/aws/dynamodb/actions.ts'
import { readAssessmentIn } from '../../shared/aws/dynamodb/concerns.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import { fillRegister } from '../assessment/fill-register.ts'
import { partFor } from '../assessment/registered-part.ts'
import type { Population } from '../children/families.ts'
import type { Household } from '../population/household.ts'
import { type Chosen, householdsFor } from './households-for.ts'
import type { Touch, Used } from './meter.ts'
import { kindsOf, mix } from './mix.ts'
import { type PricedHub, pricedHub, tables } from './priced-hub.ts'
import { storedBytes } from './stored-bytes.ts'
import { concernOn, keptConcern } from './told-concern.ts'
import { createVisitors, type Visitors } from './visitor.ts'

const minuteAfter = 61_000
const quarterOfAnHour = 15 * 60_000

/** A weekday morning in term. */
const start = new Date('2026-11-26T10:00:00Z')

const acceptedSchema = z.object({ concernId: concernIdSchema })

export type MixCost = {
  readonly people: number
  readonly concerns: number
  readonly secondsApart: number
  readonly used: ReadonlyMap<string, Used>
  /** What all of it leaves in the tables and their indexes. */
  readonly storedBytes: number
}

type Told = Pick<Chosen, 'kind' | 'household'> & { readonly concern: ConcernInput }

const keyOf = ({ people }: Household): number | undefined => people[0]?.serial

/** Concerns of the mix, as practitioners of one service write them. */
const tell = (population: Population, concerns: number): readonly Told[] =>
  householdsFor(population, kindsOf(concerns)).map(({ kind, household, seed }) => ({
    kind,
    household,
    concern: concernOn(household, { kind, seed, today: start }),
  }))

const makeReady = async (hub: PricedHub, population: Population, told: readonly Told[]) => {
  const seeks = told.map(({ concern }) => seeksOf(keptConcern(concern, newId(start), start)))
  // A family in need of a social worker is watched, and what is told of it is never held.
  const held = new Set(
    told.filter(({ kind }) => kind === 'held').map(({ household }) => keyOf(household)),
  )
  await fillRegister(hub, partFor(population, seeks), {
    seed: population.seed,
    statusOf: (household) => (held.has(keyOf(household)) ? 'EARLY_HELP' : 'IN_NEED'),
  })
  for (const row of directoryRows(start)) await hub.store.transact([put(tables.directory, row)])
  const visitors = await createVisitors(hub)
  // What recording the register has left to be done is no part of a concern's cost.
  for (const { pk, sk, waitingFor } of hub.store.rows(tables.casework))
    if (waitingFor !== undefined) await hub.store.transact([remove(tables.casework, { pk, sk })])
  await hub.advance(quarterOfAnHour)
  return visitors
}

const send = async (hub: PricedHub, visit: Visitors, { kind, concern }: Told): Promise<void> => {
  const service = await visit('westmarch-substance-misuse')
  const sent = await service('submitConcern', {
    body: concern,
    headers: { 'Idempotency-Key': randomUUID() },
  })
  const { concernId } = acceptedSchema.parse(sent)
  const assessment = await readAssessmentIn(hub.store, tables.casework)(concernId, 1)
  const { decision, isKnown } = mix[kind]
  const became = `${assessment?.decision.decision} ${assessment?.facts.match === 'CONFIRMED'}`
  if (became !== `${decision} ${isKnown}`)
    throw new Error(`a concern of kind ${kind} became ${became} (${assessment?.decision.rule})`)
}

export type Pace = {
  readonly concerns: number
  readonly secondsApart: number
  /** Is told of every write and read of the concerns. */
  readonly onTouch?: (touch: Touch) => void
}

/**
 * What concerns of the mix cost, one every `secondsApart`: sent with a token of its own each, assessed, told, sealed and
 * watched, by the functions that are deployed, and what these do every minute meanwhile.
 */
export const measureMix = async (
  population: Population,
  { concerns, secondsApart, onTouch }: Pace,
): Promise<MixCost> => {
  const told = tell(population, concerns)
  let isCounting = false
  const hub = pricedHub(start, (touch) => {
    if (isCounting) onTouch?.(touch)
  })
  const visit = await makeReady(hub, population, told)
  const before = storedBytes(hub.store)
  hub.meter.clear()
  isCounting = true
  for (const each of told) {
    await send(hub, visit, each)
    await hub.advance(secondsApart * 1_000)
  }
  // What they left to be sealed is.
  await hub.advance(minuteAfter)
  const used = hub.meter.used()
  const left = storedBytes(hub.store) - before
  return { people: population.people, concerns, secondsApart, used, storedBytes: left }
}
