import type * as z from 'zod'
import type { LocalCode } from '../../infra/stages/local.ts'
import type { concernSchema } from '../../shared/concerns/concern.ts'
import type { addressSchema, PersonName } from '../../shared/people/person.ts'
import type { childSchema } from '../../shared/register/child.ts'

/** Records as they are sent, before any schema has filled in what was left out. */
export type ChildInput = z.input<typeof childSchema>
export type AdultInput = ChildInput['adults'][number]
export type AddressInput = z.input<typeof addressSchema>
export type ConcernInput = z.input<typeof concernSchema>
export type SubjectInput = ConcernInput['subject']
export type NameInput = PersonName
export type Relationship = AdultInput['relationship']

/** A child and the id under which its authority puts it into the register. */
export type SeedChild = {
  readonly authority: LocalCode
  readonly id: string
  readonly child: ChildInput
}

/** Children who share adults. Those of one family may be known to two authorities. */
export type Household = { readonly children: readonly SeedChild[] }
