import type { Conservation } from '../../../shared/casework/conservation.ts'
import { isLong } from '../engine/long.ts'
import type { Run, Simulation } from '../run.ts'
import { tables } from '../world/place.ts'
import { isPoison } from '../world/poison.ts'
import {
  faultsOfAlerts,
  faultsOfArrivals,
  faultsOfFamilies,
  faultsOfHistory,
  faultsOfMatches,
  faultsOfMessages,
  faultsOfReading,
  faultsOfTelling,
  sumOf,
} from './afterwards.ts'
import { faultsOfBlindness } from './blind-sum.ts'
import { faultsOfLog } from './sealed-log.ts'
import { faultsOfCalmChanges, faultsOfChanges } from './told-changes.ts'
import { faultsOfWitness } from './witness.ts'

/** Keys of rows, entries and messages hold nobody’s name. */
const lookAtAll = ({ hub, leaks }: Simulation): void => {
  for (const { message } of hub.topics.published) leaks.look('message', message)
  for (const table of Object.values(tables))
    for (const { pk, sk } of hub.store.rows(table)) leaks.look(`key of ${table}`, `${pk} ${sk}`)
  for (const table of [tables.auditEntries, tables.auditLog])
    for (const row of hub.store.rows(table)) leaks.look('entry', JSON.stringify(row['entry'] ?? ''))
  for (const [name, text] of hub.objects.all) leaks.look('sealed log', `${name} ${text ?? ''}`)
}

/** Until what cannot be read must have been met by a sweep. */
const patience = 3 * 60_000

/** What only a sweep does, so that without it nobody does: clocks, what follows of something else, and telling again what was sent. */
const isWorkOfSweeps = (
  { hub }: Simulation,
  { id, fault }: Conservation['faulty'][number],
): boolean => {
  if (fault !== 'not-sent') return ['not-followed', 'clock-stopped'].includes(fault)
  return hub.store.rows(tables.casework).some(({ pk, status }) => pk === id && status === 'SENT')
}

/** Whatever nobody can read stands aside, by itself, with an owner. */
const faultsOfPoison = ({ hub, scheduler }: Simulation): readonly string[] => {
  const aside = hub.store
    .rows(tables.casework)
    .filter(({ pk }) => pk === 'QUARANTINE')
    .map((row) => JSON.stringify(row))
  return hub.poisoned
    .filter(
      ({ at, id }) => at < scheduler.now() - patience && !aside.some((text) => text.includes(id)),
    )
    .map(({ id }) => `not set aside: ${id}`)
}

/** All that is wrong after healing. */
export const violationsOf = async (
  simulation: Simulation,
  run: Run,
): Promise<{
  readonly violations: readonly string[]
  readonly terms: Readonly<Record<string, number>>
}> => {
  const { hub, history, witness, leaks, chaos, rescues, scheduler, restored } = simulation
  const { mode, isFaulty } = run
  const now = (): Date => new Date(scheduler.now())
  const seen = { store: hub.store, history, witness, heard: hub.topics.heard, now }
  lookAtAll(simulation)
  const { faulty, terms } = await sumOf(seen)
  const isLossy = (chaos.counts.F22 ?? 0) > 0
  return {
    terms,
    violations: [
      ...faulty
        .filter((one) => mode === 'all' || !isWorkOfSweeps(simulation, one))
        .filter(({ id }) => !restored.lost.has(id) && !isPoison(id))
        .map(({ id, fault }) => `sum: ${fault} ${id}`),
      ...(await faultsOfBlindness(seen, new Set(faulty.map(({ id }) => id)))),
      ...faultsOfHistory(seen),
      ...faultsOfAlerts(seen),
      ...faultsOfTelling(seen),
      ...faultsOfMatches(seen),
      ...faultsOfReading(seen),
      ...faultsOfMessages(seen, { isLossy, isLong: isLong(run) && !restored.isPutBack }),
      ...(mode === 'none' ? [] : faultsOfFamilies(seen)),
      ...faultsOfLog({
        store: hub.store,
        objects: hub.objects.all,
        written: witness.entries,
        putBack: restored.log,
      }),
      ...faultsOfWitness(witness),
      ...faultsOfArrivals(seen),
      ...faultsOfPoison(simulation),
      ...faultsOfChanges(simulation),
      ...(isFaulty ? [] : faultsOfCalmChanges(simulation)),
      ...witness.violations,
      ...leaks.found,
      ...(!isFaulty && rescues() > 0 ? [`${rescues()} rescues without a fault`] : []),
    ],
  }
}
