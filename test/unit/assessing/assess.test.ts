import { describe, expect, it } from 'vitest'
import { assessMatch } from '../../../shared/assessing/assess.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { noPast } from '../../builders/no-past.ts'

const nothing: Gathered = {
  adults: [],
  children: [],
  chronologies: [],
  incomplete: false,
  confirmedInTrial: 0,
  agreements: [],
}
const newId = (): string => anId(7)
const context = { model: defaultModel, trial: { needed: 0 }, newId }
const assess = (stored: StoredConcern, known: Gathered, { now }: { readonly now: Date }) =>
  assessMatch(
    stored,
    { match: identify(stored, known, context), known, past: noPast },
    { number: 1, cause: 'received', now, newId },
  )

describe('the day of a decision', () => {
  it.each([
    ['2026-09-29T22:59:59Z', false],
    ['2026-09-29T23:00:00Z', true],
    ['2026-09-30T10:00:00Z', true],
  ])('is London’s: at %s the duty of 30 September binds: %s', (at, binds) => {
    const { facts } = assess(aStoredConcern(), nothing, { now: new Date(at) }).assessment
    expect(facts.dutyInForce).toBe(binds)
  })
})

describe('an assessment', () => {
  it('is the same each time it is made from the same things', () => {
    const once = () => assess(aStoredConcern(), nothing, { now: new Date('2026-11-23T10:00:00Z') })
    expect(once()).toEqual(once())
  })

  it('never concludes that nobody is there from a search that was cut short', () => {
    const cut = { ...nothing, incomplete: true }
    const { match } = assess(aStoredConcern(), cut, {
      now: new Date('2026-11-23T10:00:00Z'),
    }).assessment
    expect(match.band).not.toBe('NONE')
  })
})
