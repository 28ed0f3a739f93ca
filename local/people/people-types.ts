export type Sex = 'F' | 'M'

export type NameOrigin =
  | 'english'
  | 'celtic'
  | 'south-asian'
  | 'arabic-somali'
  | 'eastern-european'
  | 'west-african'
  | 'caribbean'
  | 'east-asian'

export type Born = { readonly year: number; readonly month: number; readonly day: number }

export type Home = {
  readonly house: string
  readonly street: string
  readonly town: string
  readonly postcode: string
}

/** A person as they are; what a register and a notification write down of them may be less. */
export type Person = {
  /** Unlike that of any other person: NHS number and telephone number follow from it. */
  readonly serial: number
  /** All given names, in the order of the papers. */
  readonly given: readonly string[]
  /** Which of the given names they are called by. */
  readonly called: number
  readonly family: string
  /** The name of birth of somebody who took another by marriage. */
  readonly formerFamily: string | undefined
  readonly sex: Sex
  readonly born: Born
  readonly phone: string
  readonly email: string
  readonly origin: NameOrigin
}

/** Nobody is older than ninety-five. */
export const firstYear = 1931
/** The last year of the population: nobody was born after it. */
export const lastYear = 2026
/** Born in this year or before: an adult. */
export const lastAdultYear = lastYear - 18
