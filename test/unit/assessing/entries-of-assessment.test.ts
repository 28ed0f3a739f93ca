import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { entriesOfAssessment } from '../../../shared/assessing/entries-of-assessment.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aJoinedChild, anAssessment } from '../../builders/an-assessment.ts'

const odo = childIdSchema.parse(`${westmarch}.C1`)
const una = childIdSchema.parse(`${northmoor}.C2`)
const joined = [aJoinedChild(), aJoinedChild({ childId: una, authority: northmoor })]
const entry = {
  entryId: aConcernId(),
  kind: 'CONCERN',
  eventOn: '2026-11-01',
  isOngoing: false,
  recordedAt: '2026-11-23T10:00:00.000Z',
  source: { kind: 'agency', name: 'Turning Tide' },
  harm: 'H2',
  factors: ['2B'],
  hasPreviousRemoval: false,
  told: { concernId: aConcernId(), assessment: 1 },
}
const entries = (alerts: readonly Alert[], change: Parameters<typeof anAssessment>[1] = {}) =>
  entriesOfAssessment(
    aStoredConcern({}, { incidentOn: '2026-11-01' }),
    anAssessment({}, { joined, ...change }),
    alerts,
  )

describe('the chronology of each joined child', () => {
  it('withholds what nobody was told', () => {
    expect(entries([])).toEqual({
      shown: [],
      withheld: [
        { childId: odo, entry },
        { childId: una, entry },
      ],
    })
  })

  it('shows what its authority was told, and withholds it from another’s child', () => {
    expect(entries([anAlert({ children: [odo] })])).toEqual({
      shown: [{ childId: odo, entry }],
      withheld: [{ childId: una, entry }],
    })
  })

  it('holds codes and where its words stand, and no word of what was sent', () => {
    const text = JSON.stringify(entries([anAlert({ children: [odo] })]))
    for (const word of ['heroin', 'opiates', 'Marta', 'Odo', 'Tannery'])
      expect(text).not.toContain(word)
  })

  it('keeps the words of which an authority was told, where a later assessment says less', () => {
    const alert = anAlert({ children: [odo], assessment: 1 })
    const { shown, withheld } = entries([alert], { number: 2 })
    expect(shown[0]?.entry.told).toEqual({ concernId: aConcernId(), assessment: 1 })
    expect(withheld[0]?.entry.told).toEqual({ concernId: aConcernId(), assessment: 2 })
  })

  it('takes its words from the notice by which another alert took it in', () => {
    const furtherNotices = [{ concernId: aConcernId(), assessment: 3, at: '2026-11-23T10:00:00Z' }]
    const alert = anAlert({ concernId: aConcernId(9), children: [odo], furtherNotices })
    const { shown } = entries([alert], { number: 4 })
    expect(shown[0]?.entry.told).toEqual({ concernId: aConcernId(), assessment: 3 })
  })

  it('says that an entry corrects another', () => {
    const { withheld } = entries([], { corrects: aConcernId(5) })
    expect(withheld[0]?.entry).toEqual({ ...entry, kind: 'CORRECTION', corrects: aConcernId(5) })
  })

  it('is for the lead alone where staff are in conflict', () => {
    const { facts, decision } = anAssessment({ flags: ['STAFF_CONFLICT'] })
    const { shown } = entries([anAlert({ children: [odo] })], { facts, decision })
    expect(shown[0]?.entry.isLeadsOnly).toBe(true)
    expect(entries([]).withheld[0]?.entry).not.toHaveProperty('isLeadsOnly')
  })

  it.each<[string, Partial<Facts>]>([
    ['told of', { flags: ['PREVIOUS_REMOVAL'] }],
    ['known', { knownRemoval: true }],
  ])('says that there was a previous removal: %s', (_, facts) => {
    const { facts: all } = anAssessment(facts)
    expect(entries([], { facts: all }).withheld[0]?.entry.hasPreviousRemoval).toBe(true)
  })
})

describe('the chronology of an adopted child (X6)', () => {
  it('has no entry, shown or withheld', () => {
    const adopted = aJoinedChild({ isAdopted: true })
    const alert = anAlert({ children: [odo], isOfAdopted: true })
    expect(entries([alert], { joined: [adopted] })).toEqual({ shown: [], withheld: [] })
  })

  it('shows nothing under a sibling by the alert that is its own', () => {
    const alert = anAlert({ children: [odo], isOfAdopted: true })
    expect(entries([alert]).shown).toEqual([])
  })
})
