import { sendParts } from '../../cli/import/send-parts.ts'
import { westmarch } from '../../infra/stages/local.ts'
import { directoryRows } from '../../local/seed/directory.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { partsOf } from '../../shared/loading/parts.ts'
import type { LoadStep } from '../../shared/register/load.ts'
import type { Touch, Used } from '../cost/meter.ts'
import { type PricedHub, pricedHub, tables } from '../cost/priced-hub.ts'
import { storedBytes } from '../cost/stored-bytes.ts'
import { createVisitors } from '../cost/visitor.ts'
import type { Files } from './read-files.ts'

const stages = ['compare', 'apply', 'afterwards', 'compareAgain', 'applyAgain'] as const
export type Stage = (typeof stages)[number]

export type LoadCost = {
  readonly children: number
  readonly used: Readonly<Record<Stage, ReadonlyMap<string, Used>>>
  /** Write units of the register's table, which takes most of them, in the first load. */
  readonly registerWrites: number
  readonly storedBytes: number
}

const minute = 60_000
const mostMinutes = 500

const sendStep = async (
  hub: PricedHub,
  { people, digest }: Files,
  {
    step,
    visit,
  }: { readonly step: LoadStep; readonly visit: Awaited<ReturnType<typeof createVisitors>> },
): Promise<void> => {
  const call = await visit('westmarch-register')
  const post = async (_path: string, body: unknown) => ({
    status: 200,
    body: await call('loadRegister', { body, headers: { 'Hub-Practitioner': 'rm-1' } }),
  })
  hub.meter.clear()
  const load = { authority: westmarch, digest, extent: 'FULL' } as const
  await sendParts(partsOf(people()), step, { api: { post }, load, onPart: () => undefined })
}

/** Lets the clock do what the load left to it: whom a record says more of is looked for among concerns, and entries are sealed. */
const settle = async (hub: PricedHub): Promise<void> => {
  hub.meter.clear()
  for (let minutes = 0; minutes < mostMinutes; minutes += 1) {
    await hub.advance(minute)
    if (!hub.store.rows(tables.casework).some(({ waitingFor }) => waitingFor !== undefined)) return
  }
  throw new Error('what a load leaves to the clock was not done in time')
}

/** What a load costs the hub as it is deployed, through its API, with all that follows from it, on a meter. */
export const measureCost = async (files: Files, now: Date): Promise<LoadCost> => {
  let registerWrites = 0
  const see = ({ table, kind, units }: Touch): void => {
    if (table === tables.register && kind === 'writes') registerWrites += units
  }
  const hub = pricedHub(now, see)
  for (const row of directoryRows(now)) await hub.store.transact([put(tables.directory, row)])
  // As a deployment does, which makes the key of the index before anybody is recorded.
  await hub.hashKeys([{ type: 'none', value: '' }])
  const visit = await createVisitors(hub)
  const before = storedBytes(hub.store)
  const used = new Map<Stage, ReadonlyMap<string, Used>>()
  const measured = async (stage: Stage, work: () => Promise<void>): Promise<void> => {
    await work()
    used.set(stage, structuredClone(new Map(hub.meter.used())))
  }
  const step = (name: LoadStep) => () => sendStep(hub, files, { step: name, visit })
  await measured('compare', step('compare'))
  await measured('apply', step('apply'))
  await measured('afterwards', () => settle(hub))
  const [first, left] = [registerWrites, storedBytes(hub.store) - before]
  await measured('compareAgain', step('compare'))
  await measured('applyAgain', step('apply'))
  const usedOf = (stage: Stage) => used.get(stage) ?? new Map<string, Used>()
  return {
    children: files.report.records.loaded,
    used: {
      compare: usedOf('compare'),
      apply: usedOf('apply'),
      afterwards: usedOf('afterwards'),
      compareAgain: usedOf('compareAgain'),
      applyAgain: usedOf('applyAgain'),
    },
    registerWrites: first,
    storedBytes: left,
  }
}
