import type { Forms } from '../../local/people/names/name-groups.ts'
import type { Ranked } from '../../local/people/names/ranked.ts'
import type { Sex } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { Bearer } from './bearer.ts'

/** Words that this share of people bear. */
export type Custom = { readonly share: number; readonly names: Ranked }

/** How people of one culture are named, written down and housed. Shares are our own estimates. */
export type Culture = {
  readonly name: string
  readonly given: Readonly<Record<Sex, Ranked>>
  /** A word before the name that somebody is called by: Mohammed, Md, Nguyen Thi's Thi. */
  readonly before?: Partial<Readonly<Record<Sex, Custom>>>
  /** A word after it: a second given name, Kaur beside a family name. */
  readonly after?: Partial<Readonly<Record<Sex, Custom>>>
  readonly families: Ranked
  /** What some women bear in place of a family's name: Begum, Bibi. */
  readonly familiesOfWomen?: Custom
  /** The form that a woman bears of a family's name. */
  readonly feminine?: (family: string) => string
  /** What stands as the family name: one that goes from parent to child, the names of father and grandfather, one of each parent. */
  readonly lineage: 'family' | 'patronymic' | 'of both parents'
  /** Wives who take their husband's name. */
  readonly takesNameShare: number
  /** Brothers, and sisters, who bear one word before their own names. */
  readonly sharedWordShare: number
  /** People born before 1996 whose papers have 1 January, the day being unknown. */
  readonly firstOfJanuaryShare: number
  /** Households of adults who are no relatives. */
  readonly sharedHouseShare: number
  /** Other spellings of one word, of given names and family names, and short forms. */
  readonly spellings: Forms
  /** What goes wrong with such names, weighed against each other. */
  readonly slips: readonly { readonly share: number; readonly slip: NameSlip }[]
}

/** Both halves of a name as a form has them. */
export type ToldName = { readonly given: string; readonly family: string }

export type Telling = {
  readonly bearer: Bearer
  readonly culture: Culture
  readonly random: Random
}

/** Writes a name otherwise than it stands in the papers. */
export type NameSlip = (told: ToldName, telling: Telling) => ToldName
