import { stage } from '../../../infra/stages/local.ts'
import { isNicknameOf } from '../../../shared/matching/normalise/nicknames/nicknames.ts'
import { isRemoval, type StatusCode } from '../../../shared/register/child-status.ts'
import { ageOn } from '../../people/calendar.ts'
import { nicknamesOf } from '../../people/names/nicknames.ts'
import type { AdultInput, ChildInput } from '../seed-types.ts'

/** One adult of the register, and every child who depends on them. */
export type Family = {
  readonly adult: AdultInput
  readonly children: readonly ChildInput[]
  readonly today: Date
}

/** What a concern asks of the family that it is about. */
export type Condition = (family: Family) => boolean

const agesOf = ({ children, today }: Family): readonly number[] =>
  children.flatMap(({ dateOfBirth }) =>
    dateOfBirth === undefined ? [] : [ageOn(dateOfBirth, today)],
  )
const isIn =
  (least: number, most: number) =>
  (age: number): boolean =>
    age >= least && age <= most

// Ids up to 100 are those of planted families, who have parts of their own.
const isDrawn = ({ id }: AdultInput): boolean => id > 'A000100'

const isOfOneAuthority = ({ children }: Family): boolean =>
  new Set(children.map(({ authority }) => authority)).size === 1
/** The model is on trial on this family's register. */
const isTried = ({ children }: Family): boolean =>
  children.some(({ authority }) => stage.trial.authorities.some((code) => code === authority))

/** Enough is recorded to tell the adult from others; nobody hides, and nobody was removed. */
const isTold: Condition = (family) =>
  isDrawn(family.adult) &&
  family.adult.dateOfBirth?.length === 10 &&
  family.adult.previousRemoval !== true &&
  isOfOneAuthority(family) &&
  family.children.every(
    ({ name, status, earlierStatuses, restricted }) =>
      name !== undefined &&
      ![status, ...(earlierStatuses ?? [])].some(isRemoval) &&
      !restricted?.address &&
      !restricted?.adopted &&
      !restricted?.sensitiveService,
  )

const stands =
  (...codes: readonly StatusCode[]) =>
  ({ children }: Family): boolean =>
    children.every(({ status }) => codes.includes(status.code))

const isPutAside: Condition = (family) =>
  stands('EARLY_HELP', 'CLOSED')(family) && agesOf(family).every(isIn(2, 17))

/** On a register whose model may match by itself; how far social care is involved is left open. */
export const isKnown: Condition = (family) => isTold(family) && !isTried(family)
/** Nothing about the family changes what may be shared: no plan, nobody in need, nobody under two. */
export const isPlain: Condition = (family) => isKnown(family) && isPutAside(family)
export const hasPlan: Condition = (family) => isKnown(family) && stands('PROTECTION_PLAN')(family)
/** As plain, on the register of the council where the model is on trial. */
export const isOnTrial: Condition = (family) =>
  isTold(family) && isTried(family) && isPutAside(family)

/** No child is of an age that a watched case asks about, nor will be this year. */
export const isYoung: Condition = (family) => agesOf(family).every(isIn(0, 8))
export const hasToddler: Condition = (family) => agesOf(family).some(isIn(2, 3))
export const hasAdolescent: Condition = (family) => agesOf(family).some(isIn(11, 14))
/** A short form that is known as such: an unknown one is another name, and asks for a person's eye. */
export const hasNickname: Condition = ({ adult }) => {
  const given = adult.names[0]?.given ?? ''
  const [nickname] = nicknamesOf(given)
  const [first = ''] = given.toLowerCase().split(' ')
  return nickname !== undefined && isNicknameOf(first, nickname.toLowerCase())
}
export const hasFormerName: Condition = ({ adult }) => {
  const [now, before] = adult.names
  return (
    before?.family !== undefined && before.family !== now?.family && /^[A-Z]/.test(before.family)
  )
}
export const hasOwnScript: Condition = ({ adult }) =>
  adult.names.some(({ given = '' }) => /[\u0400-\u06ff]/.test(given))
export const hasMoved: Condition = ({ adult }) => (adult.addresses ?? []).length > 1
export const hasNumbers: Condition = ({ adult }) =>
  (adult.nhsNumbers ?? []).length > 0 && (adult.phones ?? []).length > 0
export const hasLongName: Condition = ({ adult }) => {
  const family = adult.names[0]?.family ?? ''
  return family.length >= 8 && /^[A-Za-z]+$/.test(family)
}

export const isNamesake: Condition = ({ adult }) => adult.names[0]?.family === 'Cartwright'

/** Special circumstances; these take the place of {@link isPlain}. */
const isTellable: Condition = (family) =>
  family.adult.dateOfBirth?.length === 10 && !isTried(family)
export const hadRemoval: Condition = (family) =>
  isTellable(family) &&
  family.adult.previousRemoval === true &&
  isPlain({ ...family, adult: { ...family.adult, previousRemoval: false } })
export const isExpecting: Condition = (family) =>
  isTellable(family) &&
  family.adult.previousRemoval !== true &&
  family.children.some(({ expectedDateOfDelivery }) => expectedDateOfDelivery !== undefined) &&
  family.children.every(({ restricted }) => !restricted?.address)
export const isProtected: Condition = (family) =>
  isTellable(family) &&
  family.children.every(
    ({ name, restricted }) => name !== undefined && restricted?.address === true,
  )
export const isAdopted: Condition = (family) =>
  isTellable(family) && family.children.every(({ status }) => status.code === 'ADOPTED')
/** Known to two authorities, each with its own record of the parent. */
export const isAcrossBoundary: Condition = (family) =>
  isTellable(family) && new Set(family.children.map(({ authority }) => authority)).size > 1
