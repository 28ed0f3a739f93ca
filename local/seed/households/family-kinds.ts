import type { StatusCode } from '../../../shared/register/child-status.ts'
import type { Relationship } from '../seed-types.ts'

type Member = {
  readonly as: Relationship
  readonly sex: 'F' | 'M'
  /** Lives elsewhere than the children. */
  readonly isApart?: true
  readonly parentalResponsibility?: 'NO'
  readonly previousRemoval?: true
}

/** One way in which children and the adults they depend on live. */
export type FamilyKind = {
  /** Households of this kind, in parts of a hundred. */
  readonly share: number
  readonly members: readonly Member[]
  readonly mostChildren: number
  /** Status of the children where the kind fixes it. */
  readonly status?: StatusCode
  /** Siblings of whom the second is known to another authority, which keeps its own record of the mother. */
  readonly isAcrossBoundary?: true
}

const mother: Member = { as: 'MOTHER', sex: 'F' }
const father: Member = { as: 'FATHER', sex: 'M' }
const fatherApart: Member = { ...father, isApart: true }
const motherApart: Member = { ...mother, isApart: true, previousRemoval: true }

/** Shares are of families known to social care, where lone parents and kinship carers are many. */
export const familyKinds: readonly FamilyKind[] = [
  { share: 26, members: [mother, father], mostChildren: 4 },
  { share: 24, members: [mother], mostChildren: 4 },
  { share: 14, members: [mother, fatherApart], mostChildren: 3 },
  {
    share: 9,
    members: [mother, { as: 'STEP_PARENT', sex: 'M' }, fatherApart],
    mostChildren: 3,
  },
  {
    share: 6,
    members: [mother, { as: 'PARTNER_OF_PARENT', sex: 'M', parentalResponsibility: 'NO' }],
    mostChildren: 3,
  },
  { share: 5, members: [father], mostChildren: 2 },
  { share: 4, members: [{ as: 'GRANDPARENT', sex: 'F' }, motherApart], mostChildren: 3 },
  {
    share: 2,
    members: [
      { as: 'GRANDPARENT', sex: 'F' },
      { as: 'GRANDPARENT', sex: 'M' },
    ],
    mostChildren: 2,
    status: 'SPECIAL_GUARDIANSHIP',
  },
  {
    share: 4,
    members: [{ as: 'CARER', sex: 'F', parentalResponsibility: 'NO' }, motherApart],
    mostChildren: 2,
    status: 'LOOKED_AFTER',
  },
  {
    share: 2,
    members: [{ ...motherApart, parentalResponsibility: 'NO' }],
    mostChildren: 2,
    status: 'ADOPTED',
  },
  { share: 2, members: [mother, { as: 'SIBLING', sex: 'F' }], mostChildren: 2 },
  { share: 2, members: [mother], mostChildren: 2, isAcrossBoundary: true },
]
