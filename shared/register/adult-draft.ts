import type { AdultId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { ToldAdult } from './adult.ts'
import { type AdultFacts, mergeAdult } from './merge-adult.ts'
import type { AdultDraft } from './register-change.ts'
import type { StoredAdult } from './stored.ts'

/** An adult's record with other facts; all else of it stays. */
export const withFacts = (
  adultId: AdultId,
  { person, previousRemoval, restricted }: AdultFacts,
  known: StoredAdult | undefined,
): AdultDraft => ({
  adultId,
  person,
  previousRemoval,
  restricted,
  children: known?.children ?? [],
  corrections: known?.corrections ?? [],
  ...present({ lifting: known?.lifting, isCanary: known?.isCanary }),
})

/** An adult as an authority tells of them now, added to what it told before. */
export const adultToldOf = (
  adultId: AdultId,
  told: ToldAdult,
  known: StoredAdult | undefined,
): AdultDraft => withFacts(adultId, mergeAdult(told, known), known)
