import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { canaryRead } from '../assessing/canary-hits.ts'
import { type AdultId, authorityOf, type ChildId } from '../kernel/ids.ts'
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

export type SearchRegisterDeps = RecordDeps & {
  /** Records of one authority and kind to which every one of these lists leads. */
  readonly findOwnRecords: (
    keys: ExactKeys,
    of: { readonly kind: Sought['kind']; readonly authority: string },
  ) => Promise<RecordsFound>
  readonly keyedHash: (text: string) => Promise<string>
}

export type RegisterSearched = {
  readonly people: readonly { readonly kind: Sought['kind']; readonly id: AdultId | ChildId }[]
  /** More than this were found, or somebody may be missing: of the caller's own register alone, whoever stands on others. */
  readonly isCut: boolean
}

/**
 * The ids, on the caller's own register, of a child or an adult whom it can name: nothing else of anybody, and nobody of
 * another register. It is an act as an auditor's search is: on record before it is answered, under each who was found; what
 * was typed stands there as a keyed hash.
 */
export const searchRegister = async (
  { by, ...whom }: Sought & { readonly by: By },
  deps: SearchRegisterDeps,
): Promise<RegisterSearched> => {
  const { kind } = whom
  const { clientId, authority = '' } = by.caller
  const [records, searched] = await Promise.all([
    deps.findOwnRecords(keysOfSought(whom), { kind, authority }),
    deps.keyedHash(textOf(whom)),
  ])
  const found = exactlyThose(whom, records)
    .filter(({ id }) => isTheirs(by.caller, 'register.read', { authority: authorityOf(id) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const told = found.slice(0, mostFound)
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  await deps.record([
    ...record('REGISTER_SEARCHED', [clientId], {
      people: told.map(({ id }) => id),
      codes: { kind, searched, count: String(told.length) },
    }),
    ...told.flatMap(({ id, isCanary }) =>
      canaryRead({ isCanary }, { id, by: 'REGISTER_SEARCHED' }, record),
    ),
  ])
  return {
    people: told.map(({ id }) => ({ kind, id })),
    isCut: found.length > told.length || records.isCut,
  }
}
