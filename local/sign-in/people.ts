import type { stage } from '../../infra/stages/local.ts'

/** Somebody who can sign in to the local console. */
export type LocalPerson = {
  readonly workId: string
  readonly name: string
  /** What they do there, for whoever chooses between them. */
  readonly does: string
  readonly positions: readonly (keyof typeof stage.console.positions)[]
}

/** Ten people who do not exist. */
export const localPeople: readonly LocalPerson[] = [
  {
    workId: 'TT-0412',
    name: 'Ines Marlowe',
    does: 'Recovery worker, Turning Tide',
    positions: ['turning-tide/worker'],
  },
  {
    workId: 'TT-0007',
    name: 'Colin Stoddart',
    does: 'Safeguarding lead, and sends concerns himself, Turning Tide',
    positions: ['turning-tide/lead', 'turning-tide/worker'],
  },
  {
    workId: 'WM-2290',
    name: 'Fergus Abernethy',
    does: 'Community psychiatric nurse, Westmarch and Vale',
    positions: ['westmarch-trust/nurse'],
  },
  {
    workId: 'SH-0031',
    name: 'Saoirse Kell',
    does: 'Domestic violence adviser, Safe Harbour',
    positions: ['safe-harbour/adviser'],
  },
  {
    workId: 'W-0117',
    name: 'Nia Prothero',
    does: 'Duty social worker, Westmarch',
    positions: ['westmarch/duty'],
  },
  {
    workId: 'W-0042',
    name: 'Tomasz Wilk',
    does: 'Team manager, takes alerts himself too, second person of the register, Westmarch',
    positions: ['westmarch/manager', 'westmarch/duty', 'westmarch/register'],
  },
  {
    workId: 'E-0308',
    name: 'Beatrice Okafor',
    does: 'Duty social worker, Eastvale',
    positions: ['eastvale/duty'],
  },
  {
    workId: 'W-0450',
    name: 'Gareth Llewellyn',
    does: 'Keeps the register, Westmarch',
    positions: ['westmarch/register'],
  },
  {
    workId: 'P-0001',
    name: 'Joan Whitcombe',
    does: 'Lead of the safeguarding partnership',
    positions: ['partnership'],
  },
  {
    workId: 'A-0007',
    name: 'Helen Ashworth',
    does: 'Auditor, and leads the audit office',
    positions: ['auditor', 'audit-lead'],
  },
]
