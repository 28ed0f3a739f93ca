import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { canaryRead } from '../assessing/canary-hits.ts'
import type { AdultId, ChildId, ConcernId } from '../kernel/ids.ts'
import type { ExactKeys } from '../matching/exact-keys.ts'
import type { RecordDeps } from './record-refusal.ts'
import {
  exactlyThose,
  keysOfSought,
  mostFound,
  type RecordsFound,
  type Sought,
  textOf,
} from './sought-exactly.ts'

export type SearchPeopleDeps = RecordDeps & {
  /** Records to which every one of these lists leads. */
  readonly findRecords: (keys: ExactKeys) => Promise<RecordsFound>
  /** Concerns still kept whose people were sought by a key of every one of these lists; cut likewise. */
  readonly findConcerns: (
    keys: ExactKeys,
  ) => Promise<{ readonly concerns: readonly ConcernId[]; readonly isCut: boolean }>
  readonly keyedHash: (text: string) => Promise<string>
}

export type SearchPeopleInput = Sought & { readonly by: By }

export type PeopleFound = {
  readonly people: readonly (AdultId | ChildId)[]
  /** Held and unmatched ones too. */
  readonly concerns: readonly ConcernId[]
  /** More than this were found, or somebody may be missing: nobody is looked up by a name and 1 January, which is no key. */
  readonly isCut: boolean
}

/**
 * The ids of a child or an adult whom an auditor can name, and of the concerns that name them: nothing else of anybody. To
 * search is an act: who searched, in which case and for what, and whom that found is on record before it is answered, under
 * each who was found; what was typed stands there as a keyed hash.
 */
export const searchPeople = async (
  { by, ...whom }: SearchPeopleInput,
  deps: SearchPeopleDeps,
): Promise<PeopleFound> => {
  const { kind, details } = whom
  const keys = keysOfSought(whom)
  const [records, sought, searched] = await Promise.all([
    deps.findRecords(keys),
    deps.findConcerns(keys),
    deps.keyedHash(textOf(whom)),
  ])
  const found = exactlyThose(whom, records)
  const people = found.slice(0, mostFound)
  const near = sought.concerns.slice(0, mostFound)
  const isLong = found.length > people.length || sought.concerns.length > near.length
  const isCut = isLong || records.isCut || sought.isCut
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const searchedBy = 'nhsNumber' in details ? 'nhsNumber' : 'name dateOfBirth'
  await deps.record([
    ...record('AUDIT_SEARCHED', [by.caller.clientId], {
      people: [...people.map(({ id }) => id), ...near],
      codes: { kind, by: searchedBy, searched, count: String(people.length + near.length) },
    }),
    ...people.flatMap(({ id, isCanary }) =>
      canaryRead({ isCanary }, { id, by: 'AUDIT_SEARCHED' }, record),
    ),
  ])
  return { people: people.map(({ id }) => id), concerns: near, isCut }
}
