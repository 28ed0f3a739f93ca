import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { createTally } from '../../../shared/audit/watching/day-of-use.ts'
import { findingsFor, foundIn } from '../../../shared/audit/watching/findings-of.ts'
import { findingSchema, mostFindings } from '../../../shared/audit/watching/watch-report.ts'
import { nothingKnown } from '../../../shared/audit/watching/who-acted.ts'

const morning = Date.parse('2026-11-23T10:00:00Z')
const owners = ['one', 'two'] as const

const acts = fc.record({
  second: fc.nat(200),
  action: fc.constantFrom<AuditEntry['action']>(
    'CHRONOLOGY_READ',
    'ACCESS_REFUSED',
    'ALERT_READ',
    'ADULT_READ',
    'RESTRICTION_LIFTED',
    'QUOTA_EXCEEDED',
  ),
  practitioner: fc.option(fc.constantFrom('sw-1', 'sw-2', 'sw-3'), { nil: undefined }),
  actor: fc.constantFrom('system-1', 'system-2'),
  authority: fc.constantFrom(...owners),
  record: fc.nat(40),
})

const entries: fc.Arbitrary<AuditEntry[]> = fc
  .array(acts, { minLength: 1, maxLength: 150, size: 'max' })
  .map((list) =>
    list.map(({ second, record, practitioner, ...act }, at) => ({
      ...act,
      ...(practitioner !== undefined && { practitioner }),
      entryId: `01a207d9-2100-7000-8000-${String(at).padStart(12, '0')}` as AuditEntry['entryId'],
      at: new Date(morning + second * 1000).toISOString(),
      outcome: 'DONE',
      agency: act.authority,
      subjects: [`${act.authority}.C${record}`],
    })),
  )

const reportsOf = (list: readonly AuditEntry[]) => {
  const tally = createTally(({ authority }) => authority ?? '')
  for (const entry of list) tally.add(entry)
  const found = foundIn(tally.day(), nothingKnown)
  return owners.map((owner) => findingsFor(owner, found))
}

const inShort = (list: readonly AuditEntry[]) =>
  reportsOf(list).map(({ findings, total }) => [
    total,
    findings
      .map(({ rule, practitioner = '', clients, count, first, last }) =>
        [rule, practitioner, clients, count, rule === 'BURST' ? '' : `${first} ${last}`].join(' '),
      )
      .toSorted(),
  ])

it('finds the same in whatever order a day is read, which the shards of the log leave open', () => {
  fc.assert(
    fc.property(
      entries.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(inShort(shuffled)).toEqual(inShort(list))
      },
    ),
  )
})

it('tells each owner of its own people and records alone, in a bounded list', () => {
  fc.assert(
    fc.property(entries, (list) => {
      for (const [at, { findings }] of reportsOf(list).entries()) {
        expect(findings.length).toBeLessThanOrEqual(mostFindings)
        for (const finding of findings) {
          expect(findingSchema.safeParse(finding).success).toBe(true)
          expect(finding.about.every((id) => id.startsWith(`${owners[at]}.`))).toBe(true)
        }
      }
    }),
  )
})

it('finds no less when more was done', () => {
  fc.assert(
    fc.property(entries, entries, (list, more) => {
      const totals = reportsOf(list).map(
        ({ findings }) => findings.filter(({ practitioner }) => practitioner !== undefined).length,
      )
      const later = more.map((entry, at) => ({
        ...entry,
        entryId: `01a207d9-2100-7000-9000-${String(at).padStart(12, '0')}` as AuditEntry['entryId'],
      }))
      const after = reportsOf([...list, ...later]).map(
        ({ findings }) => findings.filter(({ practitioner }) => practitioner !== undefined).length,
      )
      for (const [at, total] of totals.entries()) expect(after[at]).toBeGreaterThanOrEqual(total)
    }),
  )
})
