/** Decided here: of which records the entries must name every version, so that a missing entry leaves a gap. */
import type { AuditAction } from './audit-entry.ts'
import type { Leaf } from './sealed-leaf.ts'

/**
 * Actions that write the record they name first, with its version, by what the record is. Each change of such a record has one of
 * them. Concerns, alerts, reviews and emergency accesses move in acts about others too: an entry has `versions` of all that its
 * act moved.
 */
const versioned = {
  register: [
    'CHILD_RECORDED',
    'ADULT_RECORDED',
    'CHILD_CORRECTED',
    'ADULT_CORRECTED',
    'LIFTING_PROPOSED',
    'RESTRICTION_LIFTED',
    'CHILD_DELETED',
    'ADULT_DELETED',
  ],
  client: ['CLIENT_REGISTERED', 'CLIENT_KEYS_ROTATED', 'CLIENT_SUSPENDED', 'CLIENT_RESUMED'],
  agency: ['AGENCY_ADDED', 'AGENCY_ENDED', 'AGENCY_MAIL_DOMAINS_SET', 'AGENCY_LEAD_SET'],
  authority: [
    'AUTHORITY_ADDED',
    'AUTHORITY_ENDED',
    'AUTHORITY_DELIVERY_SET',
    'AUTHORITY_SEALING_KEYS_CHANGED',
    'AUTHORITY_CONTACT_SET',
    'AUTHORITY_LEAD_SET',
    'AUTHORITY_PACE_SET',
  ],
} as const satisfies Record<string, readonly AuditAction[]>

const kindOf = new Map<unknown, string>(
  Object.entries(versioned).flatMap(([kind, actions]) =>
    actions.map((action) => [action, kind] as const),
  ),
)

/** A deleted record leaves its place one version on, without an entry of its own. */
const leavingOne: readonly unknown[] = ['CHILD_DELETED', 'ADULT_DELETED']

/** The versions of one record, from the first that an entry names to the last; and those between that none does. */
export type Series = {
  /** What kind of record, and its id. */
  readonly object: string
  readonly record: string
  readonly first: number
  readonly last: number
  readonly missing: readonly number[]
}

/** Of what is hashed no more than this is looked at. */
type Said = { readonly leaf: Pick<Leaf, 'entry'> | undefined }

type Named = { readonly kind: string; readonly object: string; readonly version: number }

const versionPattern = /^[1-9]\d{0,8}$/

const namedFirst = ({ leaf }: Said): readonly Named[] => {
  if (leaf === undefined) return []
  const { action, subjects, codes } = leaf.entry
  const kind = kindOf.get(action)
  const [object] = subjects
  const said: unknown =
    typeof codes === 'object' && codes !== null ? Reflect.get(codes, 'version') : undefined
  if (kind === undefined || object === undefined) return []
  if (typeof said !== 'string' || !versionPattern.test(said)) return []
  const version = Number(said)
  const left = leavingOne.includes(action) ? [version + 1] : []
  return [version, ...left].map((one) => ({ kind, object, version: one }))
}

/** Those that a newer hub names in another way are no reason to doubt the log. */
const namedAmong = ({ leaf }: Said): readonly Named[] => {
  const versions: unknown = leaf?.entry['versions']
  if (typeof versions !== 'object' || versions === null) return []
  return Object.entries(versions).flatMap(([object, version]: [string, unknown]) =>
    typeof version === 'number' && Number.isSafeInteger(version) && version > 0
      ? [{ kind: 'casework', object, version }]
      : [],
  )
}

/** More gaps than these in one record are not told one by one. */
const mostTold = 20

const gapsIn = (versions: readonly number[]): readonly number[] => {
  const missing: number[] = []
  for (const [at, version] of versions.entries()) {
    const before = versions[at - 1] ?? version
    for (let gap = before + 1; gap < version && missing.length < mostTold; gap += 1)
      missing.push(gap)
  }
  return missing
}

/** Of every record whose changes all name its version: which were named, and which are missing between. */
export const seriesOf = (leaves: readonly Said[]): readonly Series[] => {
  const named = Map.groupBy(
    leaves.flatMap((leaf) => [...namedFirst(leaf), ...namedAmong(leaf)]),
    ({ kind, object }) => `${kind} ${object}`,
  )
  return [...named].map(([object, all]) => {
    const versions = [...new Set(all.map(({ version }) => version))].toSorted((a, b) => a - b)
    const [first = 0] = versions
    const record = all[0]?.object ?? ''
    return { object, record, first, last: versions.at(-1) ?? 0, missing: gapsIn(versions) }
  })
}

/**
 * The same, but that of what was sealed last nothing is said to be missing: of two changes in one moment the second may be sealed
 * one run before the first.
 */
export const settledSeriesOf = (
  leaves: readonly Said[],
  settled: readonly Said[],
): readonly Series[] => {
  const lastOf = new Map(seriesOf(settled).map(({ object, last }) => [object, last]))
  return seriesOf(leaves).map((series) => ({
    ...series,
    missing: series.missing.filter((version) => version < (lastOf.get(series.object) ?? 0)),
  }))
}
