/** A person as any of the files writes one down; an empty string is unknown. */
export type Row = {
  readonly record_id: string
  readonly given_names: string
  readonly family_name: string
  readonly sex: string
  readonly birth_year: string
  readonly birth_month: string
  readonly birth_day: string
  readonly house_number: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly phone: string
  readonly email: string
  readonly identifier: string
}
