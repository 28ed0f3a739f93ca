import type { StageFile } from './stage-file.ts'

// Invented (not widened, so that an object with one of them keeps its type): the Office for National Statistics issues no numbers from 991.
export const westmarch = 'E06000991' as const
export const northmoor = 'E08000992' as const
export const eastvale = 'E10000993' as const
/** Delivered to by push and seal; it has no families, clients or town, and no test expects any. */
export const southfen = 'E09000994' as const

/** The hub rehearses with it; it is no place. */
export const rehearsed = 'E06000999' as const

/** Where Eastvale's systems run: an AWS account of its own, as invented as itself. */
export const eastvaleAccount = '555566667777'

/** The authorities of the local stage that have families and systems, by code. */
export const localCodes = [westmarch, northmoor, eastvale] as const
export type LocalCode = (typeof localCodes)[number]

/** The stage that runs on a laptop: three invented authorities, four invented agencies. One authority is on trial, as a new model is everywhere, so that its questions are seen. */
export const stage = {
  directory: {
    authorities: [
      {
        code: westmarch,
        name: 'Westmarch',
        key: 'westmarch',
        contacts: {
          officeHours: {
            role: 'Front door, duty manager',
            telephone: '01632 960801',
            hours: '9 to 5, Monday to Friday',
          },
          outOfHours: { role: 'Emergency duty team', telephone: '01632 960802' },
        },
        lead: {
          officeHours: {
            role: 'Safeguarding lead of children’s social care',
            telephone: '01632 960803',
            hours: '9 to 5, Monday to Friday',
          },
          outOfHours: 'NO_COVER',
        },
      },
      {
        code: northmoor,
        name: 'Northmoor',
        key: 'northmoor',
        lead: {
          officeHours: { role: 'Head of safeguarding', telephone: '01632 960811' },
          outOfHours: { role: 'Director on call', telephone: '01632 960812' },
        },
      },
      {
        code: eastvale,
        name: 'Eastvale',
        key: 'eastvale',
        delivery: { mode: 'queue', account: eastvaleAccount },
      },
      {
        code: southfen,
        name: 'Southfen',
        key: 'southfen',
        delivery: { mode: 'push', url: 'https://receiver.southfen.example/alerts' },
        pace: [
          {
            from: '2026-01-01',
            times: {
              H2: { acknowledge: { hours: 4 }, decide: { workingDays: 0 } },
              H3: { acknowledge: { hours: 2 } },
            },
          },
        ],
      },
      {
        code: rehearsed,
        name: 'Rehearsal of the hub',
        key: 'rehearsal-authority',
        rehearsal: true,
      },
    ],
    agencies: [
      {
        key: 'turning-tide',
        name: 'Turning Tide drug and alcohol service',
        type: 'substance-misuse',
        mailDomains: ['turning-tide.example', 'secure-mail.example'],
        lead: {
          officeHours: {
            role: 'Safeguarding lead',
            telephone: '01632 960821',
            hours: '9 to 5, Monday to Friday',
          },
          outOfHours: { role: 'Manager on call', telephone: '01632 960822' },
        },
      },
      {
        key: 'westmarch-mental-health-trust',
        name: 'Westmarch and Vale Mental Health NHS Trust',
        type: 'adult-mental-health',
        mailDomains: ['westmarch-trust.example', 'secure-mail.example'],
        lead: {
          officeHours: { role: 'Named nurse for safeguarding children', telephone: '01632 960831' },
          outOfHours: 'NO_COVER',
        },
      },
      {
        key: 'safe-harbour-northmoor',
        name: 'Safe Harbour Northmoor',
        type: 'domestic-abuse',
        mailDomains: ['safe-harbour.example', 'secure-mail.example'],
        delivery: { mode: 'queue' },
      },
      {
        key: 'eastvale-learning-disability',
        name: 'Eastvale community learning disability team',
        type: 'learning-disability',
        delivery: { mode: 'queue' },
      },
      {
        key: 'rehearsal',
        name: 'Rehearsal of the hub',
        type: 'substance-misuse',
        rehearsal: true,
      },
    ],
  },
  places: 'infra/stages/local-places.json',
  agencyStacks: 1,
  console: {
    claims: { workId: 'work_id', name: 'name', positions: 'hub_positions' },
    languages: ['cy'],
    positions: {
      'turning-tide/worker': { role: 'referrer', organisation: 'turning-tide' },
      'turning-tide/lead': { role: 'service-lead', organisation: 'turning-tide' },
      'westmarch-trust/nurse': { role: 'referrer', organisation: 'westmarch-mental-health-trust' },
      'westmarch-trust/lead': {
        role: 'service-lead',
        organisation: 'westmarch-mental-health-trust',
      },
      'safe-harbour/adviser': { role: 'referrer', organisation: 'safe-harbour-northmoor' },
      'westmarch/duty': { role: 'social-worker', organisation: 'westmarch' },
      'westmarch/manager': { role: 'manager', organisation: 'westmarch' },
      'westmarch/register': { role: 'register-manager', organisation: 'westmarch' },
      'eastvale/duty': { role: 'social-worker', organisation: 'eastvale' },
      'eastvale/manager': { role: 'manager', organisation: 'eastvale' },
      'northmoor/duty': { role: 'social-worker', organisation: 'northmoor' },
      partnership: { role: 'partnership-lead' },
      auditor: { role: 'auditor' },
      'audit-lead': { role: 'audit-lead' },
    },
  },
  trial: { needed: 100, authorities: [eastvale] },
} as const satisfies StageFile
