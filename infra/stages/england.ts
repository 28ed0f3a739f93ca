import { englishAuthorities } from '../../shared/agencies/english-authorities.ts'
import type { StageFile } from './stage-file.ts'

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** All of England, as an example to be copied: the domain and its certificate are nobody's, and no agency is named. */
export const stage = {
  directory: {
    authorities: [
      ...Object.entries(englishAuthorities).map(([code, name]) => ({
        code: code as keyof typeof englishAuthorities,
        name,
        key: keyOf(name),
      })),
      // No place: by it and the agency below the hub rehearses every five minutes. Numbers from 900 are issued to nobody.
      {
        code: 'E06000999',
        name: 'Rehearsal of the hub',
        key: 'rehearsal-authority',
        rehearsal: true,
      },
    ],
    agencies: [
      {
        key: 'rehearsal',
        name: 'Rehearsal of the hub',
        type: 'substance-misuse',
        rehearsal: true,
      },
    ],
  },
  agencyStacks: 24,
  trial: { needed: 100, authorities: 'ALL' },
  console: {
    claims: { workId: 'employee_id', name: 'name', positions: 'roles' },
    // A line for each group of the identity provider; these two show how.
    positions: {
      'hub-auditors': { role: 'auditor' },
      'hub-barnet-duty': { role: 'social-worker', organisation: 'barnet' },
    },
  },
  edge: {
    account: '111122223333',
    domainName: 'api.hub.example',
    certificateArn:
      'arn:aws:acm:eu-west-2:111122223333:certificate/00000000-0000-0000-0000-000000000000',
    console: {
      domainName: 'console.hub.example',
      certificateArn:
        'arn:aws:acm:eu-west-2:111122223333:certificate/00000000-0000-0000-0000-000000000000',
      issuer: 'https://login.hub.example',
      clientId: 'safeguarding-hub-console',
    },
    operationsSubscription: 'https://pager.hub.example/hub',
    backupVaultArn: 'arn:aws:backup:eu-west-2:444455556666:backup-vault:hub-copies',
  },
} as const satisfies StageFile
