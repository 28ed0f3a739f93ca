import { westmarch } from '../../infra/stages/local.ts'
import { anAgreement } from '../../local/seed/agreements.ts'
import type { Neighbourhood, SendersPast } from '../../shared/assessing/gathered.ts'
import { now } from './ports.ts'

/** Nobody lives around, and nothing is remembered. */
export const nobodyAround: Neighbourhood = {
  adults: [],
  children: [],
  chronologies: [],
  entries: [],
}

/** A sender that has agreed with Westmarch and corrects nothing. */
export const noSendersPast: SendersPast = {
  agreements: [anAgreement('turning-tide', westmarch, now)],
  corrects: undefined,
}
