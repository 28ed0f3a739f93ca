import { describe, expect, it } from 'vitest'
import { assessMatch } from '../../../shared/assessing/assess.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { type AssessConcernDeps, assessConcern } from '../../../shared/casework/assess-concern.ts'
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

const aRun = (stored: StoredConcern | undefined, answers: readonly ('committed' | 'changed')[]) => {
  const made: string[] = []
  const left = [...answers]
  const deps: AssessConcernDeps = {
    ...context,
    read: () => {
      made.push('read')
      return Promise.resolve(stored)
    },
    gather: () => {
      made.push('gather')
      return Promise.resolve(nothing)
    },
    recall: () => {
      made.push('recall')
      return Promise.resolve(noPast)
    },
    readEarlierConcerns: () => Promise.resolve([]),
    commit: () => {
      made.push('commit')
      return Promise.resolve(left.shift() ?? 'changed')
    },
    recorder: (now) => recorderFor({ actor: 'assess-concern' }, now, newId),
    now: () => new Date('2026-11-23T10:00:00Z'),
  }
  return { deps, made }
}

describe('assessing', () => {
  const { concernId } = aStoredConcern()

  it('reads, gathers and commits, once', async () => {
    const { deps, made } = aRun(aStoredConcern(), ['committed'])
    expect((await assessConcern(concernId, deps)).kind).toBe('assessed')
    expect(made).toEqual(['read', 'gather', 'recall', 'commit'])
  })

  it('saves the read where the stream has brought the concern', async () => {
    const { deps, made } = aRun(aStoredConcern(), ['committed'])
    await assessConcern(concernId, deps, aStoredConcern())
    expect(made).toEqual(['gather', 'recall', 'commit'])
  })

  it('reads again when the concern had moved, and sees that it is done', async () => {
    const { deps, made } = aRun(aStoredConcern({ state: 'ALERTED', version: 2 }), ['changed'])
    expect(await assessConcern(concernId, deps, aStoredConcern())).toEqual({
      kind: 'already-assessed',
    })
    expect(made).toEqual(['gather', 'recall', 'commit', 'read'])
  })

  it('decides again on the new state when a chronology had moved', async () => {
    const { deps, made } = aRun(aStoredConcern(), ['changed', 'committed'])
    expect((await assessConcern(concernId, deps, aStoredConcern())).kind).toBe('assessed')
    expect(made).toEqual(['gather', 'recall', 'commit', 'read', 'gather', 'recall', 'commit'])
  })

  it.each(['IN_REVIEW', 'HELD', 'ALERTED', 'FED_BACK'] as const)(
    'leaves a concern that is %s alone',
    async (state) => {
      const { deps, made } = aRun(aStoredConcern({ state }), [])
      expect((await assessConcern(concernId, deps)).kind).toBe('already-assessed')
      expect(made).toEqual(['read'])
    },
  )

  it('leaves one that is not there alone', async () => {
    const { deps } = aRun(undefined, [])
    expect((await assessConcern(concernId, deps)).kind).toBe('already-assessed')
  })

  it('gives up after five times, so that the stream or the sweep tries later', async () => {
    const { deps, made } = aRun(aStoredConcern(), [])
    await expect(assessConcern(concernId, deps)).rejects.toThrow('changed 5 times')
    expect(made.filter((call) => call === 'commit')).toHaveLength(5)
  })
})
