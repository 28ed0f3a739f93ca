import { describe, expect, it } from 'vitest'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import { defaultModel as model } from '../../../shared/matching/default-model.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import { aFamily, nobodyKnown } from '../../builders/a-family.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const bits: unknown = expect.any(Number)
const line = (comparison: string, level: string) => ({ comparison, level, bits })
const found = {
  id: 'E06000991.A1001',
  weight: bits,
  posterior: bits,
  guards: [],
  explanation: [
    line('prior', 'before-looking'),
    line('name-form', 'current'),
    line('given-name', 'exact'),
    line('family-name', 'exact'),
    line('date-of-birth', 'exact'),
    line('identifier', 'not-compared'),
    line('phone', 'not-compared'),
    line('email', 'not-compared'),
    line('address', 'home'),
    line('town', 'not-compared'),
    line('sex', 'same'),
    line('children', 'name-and-date'),
    line('household', 'possible'),
    line('other-candidates', 'far'),
  ],
}
const record = {
  band: 'CONFIRMED',
  incomplete: false,
  modelVersion: model.version,
  confirmed: ['E06000991.A1001'],
  candidates: [found],
}
const identified = (gathered: Gathered, needed = 0) =>
  identify(aStoredConcern(), gathered, { model, trial: { needed } })

describe('what a match records', () => {
  it('is, whole, who was found, and how by words and bits alone', async () => {
    expect(identified(await aFamily())).toStrictEqual(record)
  })

  it('is nobody where nobody is known', () => {
    const nobody = { ...record, band: 'NONE', confirmed: [], candidates: [] }
    expect(identified(nobodyKnown)).toStrictEqual(nobody)
  })

  it('keeps what speaks against acting on a candidate alone', async () => {
    const family = await aFamily()
    const doubted = family.adults.map((adult) => ({
      ...adult,
      person: { ...adult.person, names: [{ given: 'Bettina', family: 'Quillfeather' }] },
    }))
    const [candidate] = identified({ ...family, adults: doubted }).candidates
    expect(candidate?.guards).toContain('forename-differs')
  })

  it('does not weigh an address that one of the children hides', async () => {
    const hidden = await aFamily({ restricted: { address: true } })
    const [candidate] = identified(hidden).candidates
    expect(candidate?.explanation).not.toContainEqual(line('address', 'home'))
  })
})

describe('a model on trial', () => {
  it.each([
    [2, 1],
    [1, 0],
  ])('that needs %i confirmed and has %i confirms nobody', async (needed, confirmedInTrial) => {
    expect(identified({ ...(await aFamily()), confirmedInTrial }, needed)).toStrictEqual({
      ...record,
      band: 'POSSIBLE',
      confirmed: [],
      candidates: [{ ...found, guards: [onTrialGuard] }],
    })
  })

  it.each([
    [2, 2],
    [2, 3],
  ])('that needs %i confirmed and has %i confirms', async (needed, confirmedInTrial) => {
    expect(identified({ ...(await aFamily()), confirmedInTrial }, needed)).toStrictEqual(record)
  })

  it('still finds nobody where nobody is known', () => {
    expect(identified(nobodyKnown, 1).band).toBe('NONE')
  })
})
