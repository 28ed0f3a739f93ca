import type { FamilyNameLevel } from '../comparisons/family-name.ts'

/** Levels at which two family names are one. */
export const familyAgrees = {
  exact: true,
  barrel: true,
  close: true,
  contradicts: true,
  similar: false,
  faint: false,
  different: false,
} as const satisfies Record<FamilyNameLevel, boolean>
