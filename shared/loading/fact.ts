import type { FlawCode } from './flaws.ts'

/** Where something was told: a file, and the line on which it begins there. */
export type Origin = { readonly file: string; readonly line: number }

/** Cells by what they say, as they were typed. What was empty is left out. */
export type Told<Field extends string> = { readonly [Name in Field]?: string | undefined }

export type PersonField =
  | 'given'
  | 'family'
  | 'otherGiven'
  | 'otherFamily'
  | 'birth'
  | 'expected'
  | 'sex'
  | 'nhsNumber'
  | 'pupilNumber'
  | 'died'
  | 'phone'
  | 'email'
  | 'team'
  | 'school'
  | 'gp'
  | 'restricted'
  | 'sensitive'
  | 'removal'

/** Of these what protects is true, whatever else says that it is not. */
export const protectingFields = ['restricted', 'sensitive', 'removal'] as const

export type AddressField =
  | 'house'
  | 'street'
  | 'town'
  | 'postcode'
  | 'uprn'
  | 'from'
  | 'to'
  /** The whole in one cell: words, or the JSON of the Standard Safeguarding Dataset. */
  | 'whole'

export type StatusField = 'code' | 'from' | 'to'
export type RelationField =
  | 'relationship'
  | 'parentalResponsibility'
  | 'livesWithChild'
  | 'from'
  | 'to'

/** One thing that a row tells, whatever its form. `id` is whom it is about: of a relationship, the child. */
export type Fact = { readonly origin: Origin; readonly id: string } & (
  | {
      readonly of: 'person'
      /** What they are in this row, where the form says so. */
      readonly role?: 'child' | 'adult'
      readonly told: Told<PersonField>
    }
  | { readonly of: 'address'; readonly told: Told<AddressField> }
  | { readonly of: 'status'; readonly told: Told<StatusField> }
  | { readonly of: 'team'; readonly told: Told<'team' | 'from' | 'to'> }
  | { readonly of: 'relation'; readonly adult: string; readonly told: Told<RelationField> }
  | { readonly of: 'family'; readonly family: string }
  | { readonly of: 'purge' }
  | { readonly of: 'whole'; readonly child: unknown }
)

/** Something wrong, and where. `fields` are names of fields, never what stands in them. */
export type Found = {
  readonly code: FlawCode
  readonly origin: Origin
  readonly fields?: readonly string[]
}

/** What a reader makes of a row. */
export type Read = Fact | ({ readonly of: 'flaw' } & Found)
