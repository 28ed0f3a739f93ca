import type { Client } from '../../shared/agencies/client.ts'
import {
  drugService,
  northmoor,
  partnershipLead,
  reviewLead,
  westmarch,
  westmarchRegister,
} from '../builders/clients.ts'

export type Caller = Omit<Client, 'keys' | 'active'>

const wholeAuthority = (caller: Caller): Caller => ({
  ...caller,
  scopes: ['alerts.read', 'alerts.write', 'chronology.read', 'reviews.read', 'reviews.write'],
})

/** Who sends. */
export const senders = {
  drugs: drugService,
  drugsLead: { ...drugService, clientId: 'drugs-lead', scopes: ['reviews.read', 'reviews.write'] },
  mentalHealth: {
    ...drugService,
    clientId: 'mental-health',
    agency: 'westmarch-mental-health-trust',
    agencyName: 'Westmarch and Vale Mental Health NHS Trust',
    agencyType: 'adult-mental-health',
  },
  charity: {
    ...drugService,
    clientId: 'charity',
    agency: 'safe-harbour-northmoor',
    agencyName: 'Safe Harbour Northmoor',
    agencyType: 'domestic-abuse',
  },
  charityLead: {
    ...drugService,
    clientId: 'charity-lead',
    agency: 'safe-harbour-northmoor',
    agencyName: 'Safe Harbour Northmoor',
    agencyType: 'domestic-abuse',
    scopes: ['reviews.read', 'reviews.write'],
  },
} as const satisfies Record<string, Caller>

/** Who is told, asked, or keeps a register. W, N and E are Westmarch, Northmoor and Eastvale. */
export const told = {
  W: wholeAuthority(westmarch),
  N: wholeAuthority(northmoor),
  E: wholeAuthority({
    ...westmarch,
    clientId: 'eastvale-case-system',
    agency: 'eastvale',
    agencyName: 'Eastvale',
    authority: 'E10000993',
  }),
  WLead: { ...reviewLead, authority: 'E06000991' },
  partnership: partnershipLead,
} as const satisfies Record<string, Caller>

const registerOf = (caller: Caller): Caller => ({
  ...caller,
  clientId: `${caller.agency}-register`,
  role: 'register-manager',
  scopes: ['register.write', 'register.read'],
})

export const registers = {
  W: westmarchRegister,
  N: registerOf(northmoor),
  E: registerOf(told.E),
} as const satisfies Record<string, Caller>

export const codes = { W: 'E06000991', N: 'E08000992', E: 'E10000993' } as const
