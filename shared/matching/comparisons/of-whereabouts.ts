import { keysOf } from '../../kernel/keys-of.ts'
import type { ComparisonName } from './comparisons.ts'

/** Comparisons whose level tells whether a hidden address or number is one already on file. */
const areOfWhereabouts = {
  'name-form': false,
  'given-name': false,
  'family-name': false,
  'date-of-birth': false,
  identifier: false,
  phone: true,
  email: true,
  address: true,
  town: true,
  sex: false,
  children: false,
} as const satisfies Record<ComparisonName, boolean>

/** Whether a line of this name in an explanation tells of somebody's whereabouts. */
export const isOfWhereabouts = (comparison: string): boolean =>
  keysOf(areOfWhereabouts).some(
    (name) => areOfWhereabouts[name] && [name, `${name}-crowd`].includes(comparison),
  )
