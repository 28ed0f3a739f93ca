import * as z from 'zod'
import type { TellWrittenAgreementDeps } from '../../casework/tell-written-agreement.ts'
import {
  type AgreementClock,
  type AgreementTurn,
  agreementSteps,
  clockAfter,
  dueAtOf,
} from '../../register/agreement-clock.ts'
import { put, remove } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { agreementClockKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { standIn } from './rows/stand-in.ts'
import type { Action, KeyedRow, Store } from './store.ts'

export const waitingForWrittenAgreement = 'WRITTEN_AGREEMENT'

const clockRow = (clock: AgreementClock): KeyedRow => ({
  ...agreementClockKey(clock),
  endsOn: clock.endsOn,
  step: clock.step,
  waitingFor: waitingForWrittenAgreement,
  waitingUntil: dueAtOf(clock).toISOString(),
})

/** The clock goes on to what is told next, or stops. */
const goOn = (casework: string, clock: AgreementClock): Action => {
  const next = clockAfter(clock)
  if (next === undefined) return remove(casework, agreementClockKey(clock))
  return {
    kind: 'update',
    table: casework,
    key: agreementClockKey(clock),
    set: { step: next.step, waitingUntil: dueAtOf(next).toISOString() },
  }
}

/** Begins, moves or stops the clock of an agreement, in the transaction of the record that says so. */
export const turnClock = (casework: string, { clock, ...ref }: AgreementTurn): Action =>
  clock === undefined ? remove(casework, agreementClockKey(ref)) : put(casework, clockRow(clock))

export const writtenAgreementKind = rowKind({
  name: 'written-agreement',
  places: ['casework WRITTEN_AGREEMENT WRITTEN_AGREEMENT'],
  shape: { endsOn: z.iso.date(), step: z.enum(agreementSteps), ...waitingShape },
  standIns: [standIn(agreementSteps, 'overdue')],
})

export const readAgreementClockIn =
  (store: Store, casework: string): TellWrittenAgreementDeps['readClock'] =>
  async ({ childId, agreementId }) => {
    const row = await store.get(casework, agreementClockKey({ childId, agreementId }))
    if (row === undefined) return undefined
    const { endsOn, step } = writtenAgreementKind.read(row)
    return { childId, agreementId, endsOn, step }
  }

/** What was told stands in the log also where the end has moved between: that end was told of. */
export const markAgreementToldIn =
  (
    store: Store,
    { casework, auditEntries }: { readonly casework: string; readonly auditEntries: string },
  ): TellWrittenAgreementDeps['markTold'] =>
  async (clock, entries) => {
    const rows = auditRows(auditEntries, entries)
    const condition = { kind: 'equals', field: 'endsOn', value: clock.endsOn } as const
    const told = await store.transact([{ ...goOn(casework, clock), condition }, ...rows])
    if (told !== 'committed') await store.transact(rows)
  }
