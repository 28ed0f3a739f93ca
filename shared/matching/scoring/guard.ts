/** Why a match is not automatic. Each is enough alone; none names a value. */
export type Guard =
  | 'below-threshold'
  | 'forename-differs'
  | 'date-of-birth-differs'
  | 'nhs-number-differs'
  | 'nhs-number-alone'
  | 'name-alone'
  | 'one-name-only'
  | 'possible-twin'
  | 'lives-elsewhere'
  | 'household-likelier'
  | 'too-close-to-next'
  | 'lookup-incomplete'
