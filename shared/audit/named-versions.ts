/** Decided here: which entries name the version of a record that they made, and of which records they must name every one. */
import type { AuditAction } from './audit-entry.ts'
import type { Keeping } from './keeping.ts'
import { isFields } from './plain.ts'
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
  agency: [
    'AGENCY_ADDED',
    'AGENCY_ENDED',
    'AGENCY_DELIVERY_SET',
    'AGENCY_MAIL_DOMAINS_SET',
    'AGENCY_LEAD_SET',
  ],
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

export type RecordKind = keyof typeof versioned | 'casework' | 'record'

/**
 * How long the entries are kept that name versions, and whether the first of them is there: of the directory the first rows may
 * have been put at the deployment. `record`: of one that no entry names nothing is known.
 */
export const ofKind = {
  casework: { keeping: 'CHILD', beginsAtOne: true },
  register: { keeping: 'CHILD', beginsAtOne: true },
  client: { keeping: 'ALWAYS', beginsAtOne: false },
  agency: { keeping: 'ALWAYS', beginsAtOne: false },
  authority: { keeping: 'ALWAYS', beginsAtOne: false },
  record: { keeping: 'CHILD', beginsAtOne: true },
} as const satisfies Record<
  RecordKind,
  { readonly keeping: Keeping; readonly beginsAtOne: boolean }
>

const kindOf = new Map<unknown, RecordKind>(
  (Object.keys(versioned) as (keyof typeof versioned)[]).flatMap((kind) =>
    versioned[kind].map((action) => [action, kind] as const),
  ),
)

/** A deleted record leaves its place one version on, without an entry of its own. */
const leavingOne: readonly unknown[] = ['CHILD_DELETED', 'ADULT_DELETED']

/** Of what is hashed no more than this is looked at. */
export type Said = { readonly leaf: Pick<Leaf, 'entry'> | undefined }

/** That the record came into this version, and when. */
export type Named = {
  readonly kind: RecordKind
  readonly record: string
  readonly version: number
  readonly at: string
}

const versionPattern = /^[1-9]\d{0,8}$/

const namedFirst = ({ leaf }: Said): readonly Named[] => {
  if (leaf === undefined) return []
  const { action, subjects, codes, at } = leaf.entry
  const kind = kindOf.get(action)
  const [record] = subjects
  const said = isFields(codes) ? codes['version'] : undefined
  if (kind === undefined || record === undefined) return []
  if (typeof said !== 'string' || !versionPattern.test(said)) return []
  const left = leavingOne.includes(action) ? [Number(said) + 1] : []
  return [Number(said), ...left].map((version) => ({ kind, record, version, at }))
}

/** Those that a newer hub names in another way are no reason to doubt the log. */
const namedAmong = ({ leaf }: Said): readonly Named[] => {
  const versions: unknown = leaf?.entry['versions']
  if (leaf === undefined || !isFields(versions)) return []
  const { at } = leaf.entry
  return Object.entries(versions).flatMap(([record, version]: [string, unknown]) =>
    typeof version === 'number' && Number.isSafeInteger(version) && version > 0
      ? [{ kind: 'casework' as const, record, version, at }]
      : [],
  )
}

export const namedIn = (said: Said): readonly Named[] => [...namedFirst(said), ...namedAmong(said)]
