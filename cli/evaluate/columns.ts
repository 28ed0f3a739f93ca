/** The one format for people, in the order of the files; an empty field is unknown. */
export const columns = [
  'record_id',
  'given_names',
  'family_name',
  'sex',
  'birth_year',
  'birth_month',
  'birth_day',
  'house_number',
  'street',
  'town',
  'postcode',
  'phone',
  'email',
  'identifier',
] as const
