import type { AgencyType } from '../codes/agency-types.ts'
import { keysOf } from '../kernel/keys-of.ts'

/**
 * The agencies that send concerns to this hub, by the key that their clients' tokens carry as `agency`. Invented, as the
 * authorities are; a deployment lists its own. The queue of an agency's lead is made from this list.
 */
export const agencies = {
  'turning-tide': { name: 'Turning Tide drug and alcohol service', type: 'substance-misuse' },
  'westmarch-mental-health-trust': {
    name: 'Westmarch and Vale Mental Health NHS Trust',
    type: 'adult-mental-health',
  },
  'safe-harbour-northmoor': { name: 'Safe Harbour Northmoor', type: 'domestic-abuse' },
  'eastvale-learning-disability': {
    name: 'Eastvale community learning disability team',
    type: 'learning-disability',
  },
} as const satisfies Record<string, { readonly name: string; readonly type: AgencyType }>
export type AgencyKey = keyof typeof agencies
export const agencyKeys = keysOf(agencies)

export const isAgencyKey = (agency: string): agency is AgencyKey => agency in agencies
