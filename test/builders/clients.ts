import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { Client } from '../../shared/agencies/client.ts'

type Registered = Omit<Client, 'keys' | 'active'>

/** One client of each role. */
export const drugService: Registered = {
  clientId: 'drug-service',
  role: 'referrer',
  scopes: ['concerns.write', 'concerns.read'],
  agency: 'turning-tide',
  agencyName: 'Turning Tide',
  agencyType: 'substance-misuse',
}
export const otherService: Registered = {
  ...drugService,
  clientId: 'other-service',
  agency: 'other',
  agencyName: 'Other',
  agencyType: 'domestic-abuse',
}
export const westmarch: Registered = {
  clientId: 'westmarch-case-system',
  role: 'social-worker',
  scopes: ['alerts.read', 'alerts.write', 'chronology.read'],
  agency: 'westmarch',
  agencyName: 'Westmarch',
  authority: westmarchCode,
}
export const northmoor: Registered = {
  ...westmarch,
  clientId: 'northmoor-case-system',
  agency: 'northmoor',
  agencyName: 'Northmoor',
  authority: northmoorCode,
}
export const westmarchReviewer: Registered = {
  ...westmarch,
  clientId: 'westmarch-reviewers',
  scopes: ['reviews.read', 'reviews.write'],
}
export const northmoorReviewer: Registered = {
  ...northmoor,
  clientId: 'northmoor-reviewers',
  scopes: ['reviews.read', 'reviews.write'],
}
/** Those who own the policy try out what it does; they decide nothing. */
export const westmarchOwner: Registered = {
  ...westmarch,
  clientId: 'westmarch-owner',
  scopes: ['concerns.preview'],
}
export const northmoorOwner: Registered = {
  ...northmoor,
  clientId: 'northmoor-owner',
  scopes: ['concerns.preview'],
}
export const reviewLead: Registered = {
  ...westmarchReviewer,
  clientId: 'westmarch-lead',
  scopes: [
    'reviews.read',
    'reviews.write',
    'alerts.read',
    'alerts.write',
    'alerts.lead',
    'chronology.read',
  ],
}
/** Leads on the discloser's side: of the drug service, of the other service, and of the partnership. */
export const drugServiceLead: Registered = {
  ...drugService,
  clientId: 'drug-service-lead',
  scopes: ['reviews.read', 'reviews.write'],
}
export const otherServiceLead: Registered = {
  ...otherService,
  clientId: 'other-service-lead',
  scopes: ['reviews.read', 'reviews.write'],
}
export const partnershipLead: Registered = {
  clientId: 'partnership-lead',
  role: 'partnership-lead',
  scopes: ['alerts.read', 'alerts.write', 'alerts.lead', 'reviews.read', 'reviews.write'],
  agency: 'partnership',
  agencyName: 'Safeguarding partnership',
}
export const westmarchRegister: Registered = {
  ...westmarch,
  clientId: 'westmarch-register',
  role: 'register-manager',
  scopes: ['register.read', 'register.write', 'register.unrestrict'],
}
export const auditor: Registered = {
  clientId: 'auditor',
  role: 'auditor',
  scopes: ['audit.read', 'audit.search', 'audit.subject-access'],
  agency: 'audit-office',
  agencyName: 'Audit office',
}
/** The second person, without whom nobody is unmasked. */
export const auditLead: Registered = { ...auditor, clientId: 'audit-lead' }
