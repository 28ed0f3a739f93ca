import type * as z from 'zod'
import { westmarch } from '../../infra/stages/local.ts'
import type { adultSchema } from '../../shared/register/adult.ts'
import type { childSchema } from '../../shared/register/child.ts'

type ChildInput = z.input<typeof childSchema>
type AdultInput = ChildInput['adults'][number]

/** The mother of {@link aChild}, as the authority knows her: the subject of `aConcern`. */
export const anAdult = (change: Partial<AdultInput> = {}): AdultInput => ({
  id: 'A1001',
  names: [{ given: 'Marta', family: 'Quillfeather' }],
  dateOfBirth: '1991-04-17',
  sex: 'F',
  addresses: [{ houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }],
  relationship: 'MOTHER',
  parentalResponsibility: 'YES',
  livesWithChild: 'YES',
  ...change,
})

/** With a child like this nobody works now, nor has for years: neither planned nor watched. */
export const closedLongAgo = { code: 'CLOSED', from: '2023-03-01' } as const

/** A child as an authority records it, valid as it stands. All people are invented. */
export const aChild = (change: Partial<ChildInput> = {}): ChildInput => ({
  authority: westmarch,
  name: { given: 'Odo', family: 'Quillfeather' },
  dateOfBirth: '2019-02-03',
  sex: 'M',
  status: { code: 'PROTECTION_PLAN', from: '2026-03-02' },
  addresses: [{ houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }],
  adults: [anAdult()],
  ...change,
})

/** The same mother as an authority records her by herself. */
export const anAdultAlone = (
  change: Partial<z.input<typeof adultSchema>> = {},
): z.input<typeof adultSchema> => {
  const {
    id: _i,
    relationship: _r,
    parentalResponsibility: _p,
    livesWithChild: _l,
    ...adult
  } = anAdult()
  return { authority: westmarch, ...adult, ...change }
}
