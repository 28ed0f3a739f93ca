import { westmarch } from '../../infra/stages/local.ts'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { entryPosition } from '../../shared/audit/entry-position.ts'
import { firstKey } from '../../shared/aws/dynamodb/audit-rows.ts'
import type * as keys from '../../shared/aws/dynamodb/keys.ts'
import * as keyOf from '../../shared/aws/dynamodb/keys.ts'
import type { Key, KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { alertIdSchema } from '../../shared/kernel/ids.ts'

/** One row that stands in a table, as the operator put it there. */
export type StandingRow = {
  readonly kind: string
  readonly table: TableName
  readonly row: KeyedRow
}

/** The functions that make a key: a kind of row each, but for those of other keys. */
type KeyMaker = {
  [Name in keyof typeof keys]: (typeof keys)[Name] extends (...args: never[]) => Key ? Name : never
}[keyof typeof keys]
type MadeOfOthers = 'personKey' | 'receivedKey'
type Places = Partial<Readonly<Record<TableName, Key>>>

/** Where each kind of row stands, by what makes its key; one that is missing here does not compile. */
const placesOf = (run: string): Readonly<Record<Exclude<KeyMaker, MadeOfOthers>, Places>> => {
  const alertId = alertIdSchema.parse(run)
  const message = { recordId: alertId, recordVersion: 1, to: `alerts-${westmarch}` } as const
  const person = { of: 'child', id: run } as const
  const concern = keyOf.concernKey(run)
  return {
    authorityKey: { directory: keyOf.authorityKey(run) },
    agencyKey: { directory: keyOf.agencyKey(run) },
    clientKey: { directory: keyOf.clientKey(run) },
    agreementKey: { directory: keyOf.agreementKey(run, westmarch) },
    holdKey: { directory: keyOf.holdKey(run) },
    assertionKey: { tokens: keyOf.assertionKey(run, 'jti') },
    deliveryKeyKey: { tokens: keyOf.deliveryKeyKey(run) },
    idempotencyKey: { intake: keyOf.idempotencyKey(run, 'hash') },
    concernKey: { intake: concern, casework: concern },
    arrivalKey: { intake: keyOf.arrivalKey(concern) },
    consentChangeKey: { intake: keyOf.consentChangeKey(run, '1') },
    consentCountKey: { intake: keyOf.consentCountKey(run) },
    silenceKey: { intake: keyOf.silenceKey(run, 'manager') },
    engagementKey: { intake: keyOf.engagementKey(run, '1') },
    newestChangeKey: { intake: keyOf.newestChangeKey(run) },
    withdrawalKey: { intake: keyOf.withdrawalKey(run, '1') },
    quotaKey: { intake: keyOf.quotaKey(run, '2026-11-23') },
    childKey: { register: keyOf.childKey(run) },
    adultKey: { register: keyOf.adultKey(run) },
    indexKey: { register: keyOf.indexKey(`v1#name#${run}`, 'child', run) },
    assessmentKey: { casework: keyOf.assessmentKey(run, 1) },
    leftOverKey: { casework: keyOf.leftOverKey({ concernId: run, number: 1, part: 0 }) },
    leftOverMarkKey: { casework: keyOf.leftOverMarkKey({ concernId: run, number: 1, part: 0 }) },
    lookupsKey: { casework: keyOf.lookupsKey(run) },
    lookupKey: { casework: keyOf.lookupKey(`v1#name#${run}`, run) },
    protectedKey: { casework: keyOf.protectedKey(run, 'another') },
    tellingKey: { casework: keyOf.tellingKey(run, '2026-11-23', run) },
    wakeKey: { casework: keyOf.wakeKey(run, 'another') },
    alertKey: { casework: keyOf.alertKey(run) },
    openedKey: { casework: keyOf.openedKey(run) },
    unreadKey: { casework: keyOf.unreadKey({ alertId: run, version: 1 }) },
    reviewKey: { casework: keyOf.reviewKey(run) },
    emergencyKey: { casework: keyOf.emergencyKey(run) },
    trialKey: { casework: keyOf.trialKey(run) },
    outboxKey: { casework: keyOf.outboxKey(message) },
    digestKey: { casework: keyOf.digestKey(westmarch, run, 1) },
    chronologyKey: { casework: keyOf.chronologyKey(run) },
    entryKey: { casework: keyOf.entryKey(run, '1') },
    leadsEntryKey: { casework: keyOf.leadsEntryKey(run, '1') },
    engagedKey: { casework: keyOf.engagedKey(run, '1') },
    leadsEngagedKey: { casework: keyOf.leadsEngagedKey(run, '1') },
    withheldKey: { casework: keyOf.withheldKey(run, '1') },
    supersededKey: { casework: keyOf.supersededKey(run, '1') },
    leadsSupersededKey: { casework: keyOf.leadsSupersededKey(run, '1') },
    childAlertKey: { casework: keyOf.childAlertKey(run, '1') },
    changeToldKey: { casework: keyOf.changeToldKey(run, run) },
    unagreedKey: { casework: keyOf.unagreedKey(run) },
    watchReportKey: { casework: keyOf.watchReportKey(run, '2026-11-22') },
    elsewhereKey: { casework: keyOf.elsewhereKey(westmarch, run) },
    householdChangeKey: { casework: keyOf.householdChangeKey({ ...person, revision: 1 }) },
    agreementClockKey: {
      casework: keyOf.agreementClockKey({ childId: run, agreementId: 'WA-1' }),
    },
    unfinishedKey: { casework: keyOf.unfinishedKey({ ...person, attempt: '1' }) },
    quarantineKey: { casework: keyOf.quarantineKey(run, run) },
    registerImportKey: { casework: keyOf.registerImportKey(run) },
    registerLoadKey: { casework: keyOf.registerLoadKey(run, run) },
    rekeyKey: { casework: keyOf.rekeyKey({ adultId: run, version: 1 }) },
  }
}

/**
 * A place of its own for a row of this kind: a sort key by which no stream wakes a function, and a partition that begins as
 * the real one does and that nobody else reads.
 */
const apart = ({ pk, sk }: Key, run: string): Key => ({
  pk: pk.includes(run) ? pk : `${pk}#${run}`,
  sk: `PROBE#${sk}`,
})

/** An entry that waits and is sealed, which may go from where it waits and rings nowhere; and the log's other rows. */
const auditRowsOf = (run: string): readonly StandingRow[] => {
  const record = recorderFor({ actor: 'probe' }, new Date(), newId)
  const [entry] = record('ALERT_READ', [run])
  const log = `LOG#${run}`
  const ofLog = (kind: string, row: KeyedRow): StandingRow => ({ kind, table: 'auditLog', row })
  return [
    {
      kind: 'waiting entry',
      table: 'auditEntries',
      row: { pk: `WAITING#${run}`, sk: entryPosition(entry), entry },
    },
    ofLog('sealed entry', { ...firstKey(entry), entry }),
    ofLog('head', { pk: log, sk: 'HEAD', version: 1, size: 1 }),
    ofLog('batch', { pk: log, sk: 'SEQ#000000000000' }),
    ofLog('checkpoint', { pk: log, sk: 'CHECKPOINT#000000000001' }),
  ]
}

/** One row of each kind in each table, under keys that only this run has. */
export const rowsOfEachKind = (run: string): readonly StandingRow[] => [
  ...Object.entries(placesOf(run)).flatMap(([maker, places]) =>
    (Object.entries(places) as [TableName, Key][]).map(([table, key]) => ({
      kind: maker.replace(/Key$/, ''),
      table,
      row: { ...apart(key, run), probe: 'as it stood' },
    })),
  ),
  {
    kind: 'key of the index',
    table: 'register',
    row: { pk: `INDEXKEY#${run}`, sk: 'PROBE', probe: 'as it stood' },
  },
  {
    kind: 'how far the key of the index is replaced',
    table: 'register',
    row: { pk: `INDEXROTATION#${run}`, sk: 'PROBE', probe: 'as it stood' },
  },
  {
    kind: 'wish about the key of the index',
    table: 'directory',
    row: { pk: `INDEXKEY#${run}`, sk: 'PROBE', probe: 'as it stood' },
  },
  ...auditRowsOf(run),
]
