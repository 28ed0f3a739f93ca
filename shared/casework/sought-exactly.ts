import type { AdultId, ChildId } from '../kernel/ids.ts'
import { type ExactKeys, exactKeysOf } from '../matching/exact-keys.ts'
import { foldText } from '../matching/normalise/fold-text.ts'
import { type Details, isExactlyAdult, isExactlyChild } from '../register/exactly.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'

/** Somebody whom whoever searches can name. */
export type Sought = { readonly kind: 'child' | 'adult'; readonly details: Details }

/** Whom more than this are found of is sought too widely. */
export const mostFound = 10

/** What was typed, in one writing: of equal searches the keyed hash is equal. */
export const textOf = ({ kind, details }: Sought): string =>
  'nhsNumber' in details
    ? `${kind} ${details.nhsNumber}`
    : `${kind} ${foldText(details.name.given)} ${foldText(details.name.family)} ${details.dateOfBirth}`

const knownOf = (details: Details): Parameters<typeof exactKeysOf>[1] =>
  'nhsNumber' in details
    ? { names: [], nhsNumbers: [details.nhsNumber] }
    : { names: [details.name], dateOfBirth: details.dateOfBirth, nhsNumbers: [] }

export const keysOfSought = ({ kind, details }: Sought): ExactKeys =>
  exactKeysOf(kind, knownOf(details))

type Records = {
  readonly adults: readonly StoredAdult[]
  readonly children: readonly StoredChild[]
}

/** Records that may be of whoever is sought; cut where there may be more of them, or no list of keys leads anywhere. */
export type RecordsFound = Records & { readonly isCut: boolean }

type Found = { readonly id: AdultId | ChildId } & Pick<StoredChild, 'isCanary'>

/** Of these records those of exactly this person. */
export const exactlyThose = (
  { kind, details }: Sought,
  { adults, children }: Records,
): readonly Found[] =>
  kind === 'adult'
    ? adults
        .filter((one) => isExactlyAdult(details, one))
        .map(({ adultId: id, isCanary }) => ({ id, isCanary }))
    : children
        .filter((one) => isExactlyChild(details, one))
        .map(({ childId: id, isCanary }) => ({ id, isCanary }))
