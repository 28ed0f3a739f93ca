import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { defaultModel as model } from '../../../shared/matching/default-model.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import { aFamily, nobodyKnown } from '../../builders/a-family.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const mother = `${westmarch}.A1001`
const odo = `${westmarch}.C1`

/** The family of `aConcern`, found for its mother and its child. */
const found = async (change: Parameters<typeof aFamily>[0] = {}): Promise<Gathered> => ({
  ...(await aFamily(change)),
  sought: [
    { person: 'subject', kind: 'adult', ids: [mother], incomplete: false },
    { person: 'children/0', kind: 'child', ids: [odo], incomplete: false },
  ],
  confirmedInTrial: 0,
})
const identified = (
  gathered: Gathered,
  { stored = aStoredConcern(), needed = 0, authorities = [westmarch] as readonly string[] } = {},
) => identify(stored, gathered, { model, trial: { needed, authorities }, holder: westmarch })
const settled = (
  authority: StoredConcern['settled'][number]['authority'],
  ids: string[],
): StoredConcern['settled'][number] => ({
  person: 'subject',
  authority,
  ids,
  asked: [mother, odo],
  at: '2026-11-24T10:00:00.000Z',
})

describe('who the people of a concern are', () => {
  it('is said of each by themselves: the mother among adults, the child among children', async () => {
    const matches = identified(await found())
    expect(
      matches.map(({ person, kind, match }) => [person, kind, match.band, match.confirmed]),
    ).toEqual([
      ['subject', 'adult', 'CONFIRMED', [mother]],
      ['children/0', 'child', 'CONFIRMED', [odo]],
    ])
  })

  it('is recorded by words and bits alone', async () => {
    const text = JSON.stringify(identified(await found()))
    for (const value of ['Quillfeather', 'Marta', 'Odo', '1991', '2019', 'Tannery', 'WM1'])
      expect(text).not.toContain(value)
  })

  it('finds a child whose adults are on no register', async () => {
    const family = await found()
    const [, child] = family.sought
    const nobody = { person: 'subject', kind: 'adult', ids: [], incomplete: false } as const
    const matches = identified({ ...family, sought: [nobody, ...(child ? [child] : [])] })
    expect(matches.map(({ match }) => match.band)).toEqual(['NONE', 'CONFIRMED'])
  })

  it('weighs for one person only those whom the search led to for that person', async () => {
    const family = await found()
    const none = family.sought.map((sought) => ({ ...sought, ids: [] }))
    expect(identified({ ...family, sought: none }).map(({ match }) => match.candidates)).toEqual([
      [],
      [],
    ])
  })

  it('is nobody where nobody is known, and no match of whom nobody sought', () => {
    const sought = [{ person: 'subject', kind: 'adult', ids: [], incomplete: false } as const]
    const matches = identified({ ...nobodyKnown, sought })
    expect(matches.map(({ person, match }) => [person, match.band])).toEqual([['subject', 'NONE']])
  })

  it('is never nobody after a search that was cut short', () => {
    const sought = [{ person: 'subject', kind: 'adult', ids: [], incomplete: true } as const]
    const [match] = identified({ ...nobodyKnown, sought })
    expect(match?.match).toMatchObject({ incomplete: true })
    expect(match?.match.band).not.toBe('NONE')
  })

  it('does not weigh an address that the register hides', async () => {
    const [match] = identified(await found({ restricted: { address: true } }))
    const address = match?.match.candidates[0]?.explanation.find(
      ({ comparison }) => comparison === 'address',
    )
    expect(address?.level).not.toBe('home')
  })
})

describe('a model on trial', () => {
  it.each([
    [2, 1],
    [1, 0],
  ])('that needs %i confirmed and has %i confirms nobody', async (needed, confirmedInTrial) => {
    const matches = identified({ ...(await found()), confirmedInTrial }, { needed })
    for (const { match } of matches) {
      expect(match).toMatchObject({ band: 'POSSIBLE', confirmed: [] })
      expect(match.candidates[0]?.guards).toEqual([onTrialGuard])
    }
    expect(matches).toHaveLength(2)
  })

  it.each([
    [2, 2],
    [2, 3],
  ])('that needs %i confirmed and has %i confirms', async (needed, confirmedInTrial) => {
    const matches = identified({ ...(await found()), confirmedInTrial }, { needed })
    expect(matches.map(({ match }) => match.band)).toEqual(['CONFIRMED', 'CONFIRMED'])
  })

  it('confirms on a register on which it is not on trial', async () => {
    const elsewhere = { needed: 5, authorities: [northmoor] }
    const matches = identified(await found(), elsewhere)
    expect(matches.map(({ match }) => match.band)).toEqual(['CONFIRMED', 'CONFIRMED'])
  })

  it('does not undo what a person has said', async () => {
    const stored = aStoredConcern({ settled: [settled(westmarch, [mother])] })
    const [subject, child] = identified(await found(), { stored, needed: 5 })
    expect(subject?.match).toMatchObject({ band: 'CONFIRMED', confirmed: [mother] })
    expect(child?.match.band).toBe('POSSIBLE')
  })
})

describe('what a person has said of who somebody is', () => {
  it('stands against the model, for that person alone', async () => {
    const stored = aStoredConcern({ settled: [settled(westmarch, [])] })
    const [subject, child] = identified(await found(), { stored })
    expect(subject?.match).toMatchObject({ band: 'NONE', confirmed: [] })
    expect(child?.match.confirmed).toEqual([odo])
  })

  it('adds to what another register said before', async () => {
    const stored = aStoredConcern({
      settled: [settled(westmarch, [mother]), settled(northmoor, [`${northmoor}.A7`])],
    })
    const [subject] = identified(await found(), { stored })
    expect(subject?.match.confirmed).toEqual([mother, `${northmoor}.A7`])
  })
})
