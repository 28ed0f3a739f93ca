import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { westmarch } from '../../../infra/stages/local.ts'
import * as keys from '../../../shared/aws/dynamodb/keys.ts'
import { reviewKind } from '../../../shared/aws/dynamodb/review-kinds.ts'
import { rowKind } from '../../../shared/aws/dynamodb/rows/row-kind.ts'
import { kindsOfRow, rowKinds } from '../../../shared/aws/dynamodb/rows/row-kinds.ts'
import type { Key } from '../../../shared/aws/dynamodb/store.ts'
import { readRows } from '../../rows/kept-rows.ts'
import { unreadableIn } from '../../rows/unreadable.ts'

const rows = readRows()
const wordOf = (key: string): string => key.split('#')[0] ?? ''
const places = new Set(
  rows.flatMap(({ table, row: { pk, sk } }) => [
    `${table} ${wordOf(pk)} ${wordOf(sk)}`,
    `${table} ${wordOf(pk)} *`,
  ]),
)

const id = 'x'
const person = { of: 'child', id } as const
/** One key of each function that makes keys. */
const eachKey: Readonly<
  Record<
    Exclude<
      keyof typeof keys,
      'deliveryKeyPartition' | 'directoryPartition' | 'holdsPartition' | 'leftOverMarkPartition'
    >,
    Key
  >
> = {
  childKey: keys.childKey(id),
  adultKey: keys.adultKey(id),
  personKey: keys.personKey('adult', id),
  indexKey: keys.indexKey(id, 'child', id),
  unfinishedKey: keys.unfinishedKey({ ...person, attempt: id }),
  rekeyKey: keys.rekeyKey({ adultId: id, version: 1 }),
  registerImportKey: keys.registerImportKey(id),
  registerLoadKey: keys.registerLoadKey(id, id),
  concernKey: keys.concernKey(id),
  assessmentKey: keys.assessmentKey(id, 1),
  leftOverKey: keys.leftOverKey({ concernId: id, number: 1, part: 0 }),
  leftOverMarkKey: keys.leftOverMarkKey({ concernId: id, number: 1, part: 0 }),
  arrivalKey: keys.arrivalKey(keys.concernKey(id)),
  receivedKey: keys.receivedKey(keys.arrivalKey(keys.concernKey(id))),
  consentChangeKey: keys.consentChangeKey(id, id),
  consentCountKey: keys.consentCountKey(id),
  silenceKey: keys.silenceKey(id, 'manager'),
  engagementKey: keys.engagementKey(id, id),
  newestChangeKey: keys.newestChangeKey(id),
  withdrawalKey: keys.withdrawalKey(id, id),
  quarantineKey: keys.quarantineKey(id, id),
  alertKey: keys.alertKey(id),
  openedKey: keys.openedKey(id),
  unreadKey: keys.unreadKey({ alertId: id, version: 1 }),
  reviewKey: keys.reviewKey(id),
  emergencyKey: keys.emergencyKey(id),
  trialKey: keys.trialKey(id),
  outboxKey: keys.outboxKey({ recordId: id, recordVersion: 1, to: 'holding' }),
  digestKey: keys.digestKey(id, id, 1),
  chronologyKey: keys.chronologyKey(id),
  agreementKey: keys.agreementKey(id, id),
  householdChangeKey: keys.householdChangeKey({ ...person, revision: 1 }),
  agreementClockKey: keys.agreementClockKey({ childId: id, agreementId: id }),
  entryKey: keys.entryKey(id, id),
  leadsEntryKey: keys.leadsEntryKey(id, id),
  engagedKey: keys.engagedKey(id, id),
  leadsEngagedKey: keys.leadsEngagedKey(id, id),
  tellingKey: keys.tellingKey(id, id, id),
  lookupKey: keys.lookupKey(id, id),
  lookupsKey: keys.lookupsKey(id),
  protectedKey: keys.protectedKey(id, id),
  wakeKey: keys.wakeKey(id, id),
  changeToldKey: keys.changeToldKey(id, id),
  checkpointsSentKey: keys.checkpointsSentKey,
  unagreedKey: keys.unagreedKey(id),
  quotaKey: keys.quotaKey(id, id),
  watchReportKey: keys.watchReportKey(id, id),
  watchedThroughKey: keys.watchedThroughKey,
  expiredThroughKey: keys.expiredThroughKey,
  holdKey: keys.holdKey(id),
  elsewhereKey: keys.elsewhereKey(id, id),
  withheldKey: keys.withheldKey(id, id),
  supersededKey: keys.supersededKey(id, id),
  leadsSupersededKey: keys.leadsSupersededKey(id, id),
  childAlertKey: keys.childAlertKey(id, id),
  authorityKey: keys.authorityKey(id),
  agencyKey: keys.agencyKey(id),
  clientKey: keys.clientKey(id),
  assertionKey: keys.assertionKey(id, id),
  deliveryKeyKey: keys.deliveryKeyKey(id),
  signingKeyKey: keys.signingKeyKey,
  idempotencyKey: keys.idempotencyKey(id, id),
}

describe('the rows that are kept of the last release', () => {
  it('are of every kind, wherever one stands', () => {
    const missing = Object.values(rowKinds).flatMap((kind) =>
      kind.places.filter((place) => !places.has(place)),
    )
    expect(missing).toEqual([])
  })

  it.each(Object.entries(eachKey))('hold one under each key: %s', (_, { pk, sk }) => {
    const known = [...places].some((place) => place.endsWith(` ${wordOf(pk)} ${wordOf(sk)}`))
    expect(known).toBe(true)
  })

  it('are all read by today’s code', () => {
    expect(unreadableIn(rows)).toEqual([])
    expect(rows.length).toBeGreaterThan(100)
  })

  it('have a schema number each', () => {
    expect(rows.filter(({ row }) => typeof row['schema'] !== 'number')).toEqual([])
  })
})

describe('a change that the last release’s rows do not bear', () => {
  const { schema: _, read: _read, ...definition } = reviewKind
  const kindsWith = (shape: z.ZodRawShape) => {
    const changed = { ...rowKinds, review: rowKind({ ...definition, shape }) }
    return unreadableIn(rows, (table, row) => kindsOfRow(table, row, changed))
  }
  const { review } = reviewKind.schema.shape

  it('is found where a field is made required that was not there', () => {
    const required = review.extend({ mood: z.string() })
    const faults = kindsWith({ ...reviewKind.schema.shape, review: required })
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every((fault) => fault.startsWith('review: '))).toBe(true)
  })

  it('is found where a field becomes one of another type', () => {
    const faults = kindsWith({ ...reviewKind.schema.shape, inbox: z.number() })
    expect(faults.length).toBeGreaterThan(0)
  })

  it('is none where the field may be missing or has a default', () => {
    const optional = review.extend({
      mood: z.string().optional(),
      tone: z.string().default('calm'),
    })
    expect(kindsWith({ ...reviewKind.schema.shape, review: optional })).toEqual([])
  })

  it('is found where a closed list is new of which nobody has said what stands in for its codes', () => {
    const listed = review.extend({ mood: z.enum(['calm', 'loud']).optional() })
    const [fault] = kindsWith({ ...reviewKind.schema.shape, review: listed })
    expect(fault).toContain('say what is read in place of a code that is not one of: calm,loud')
  })
})

describe('rows that name an authority', () => {
  it.each([
    ['that has ended', 'E06999991'],
    ['that is in no directory', 'E10999999'],
    ['of a form that this release does not serve', 'W06000015'],
  ])('stay readable where it is one %s', (_, code) => {
    const renamed = readRows((text) => text.replaceAll(westmarch, code))
    const naming = renamed.filter(({ row }) => JSON.stringify(row).includes(code))
    expect(naming.length).toBeGreaterThan(50)
    expect(unreadableIn(naming)).toEqual([])
  })
})
