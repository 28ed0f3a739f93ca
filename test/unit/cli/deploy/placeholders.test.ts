import { describe, expect, it } from 'vitest'
import { placeholdersIn } from '../../../../cli/deploy/placeholders.ts'
import { stage as england } from '../../../../infra/stages/england.ts'
import { stage as local } from '../../../../infra/stages/local.ts'
import { type StageFile, stageFileSchema } from '../../../../infra/stages/stage-file.ts'

const account = '480123987654'
const clientCertificateArn = `arn:aws:secretsmanager:eu-west-2:${account}:secret:hub-rehearsal-AbCdEf`
const edge = {
  account,
  domainName: 'api.hub.westmarch.gov.uk',
  certificateArn: `arn:aws:acm:eu-west-2:${account}:certificate/7d3c2b1a-5e6f-4a7b-8c9d-0e1f2a3b4c5d`,
  operationsSubscription: 'https://events.pager.co.uk/integration/hub',
  backupVaultArn: 'arn:aws:backup:eu-west-2:590246813579:backup-vault:hub-copies',
  console: {
    domainName: 'console.hub.westmarch.gov.uk',
    certificateArn: `arn:aws:acm:eu-west-2:${account}:certificate/8d3c2b1a-5e6f-4a7b-8c9d-0e1f2a3b4c5d`,
    issuer: 'https://login.westmarch.gov.uk',
    clientId: 'safeguarding-hub-console',
  },
}
const filledIn = stageFileSchema.parse({ ...england, edge })

describe('a stage that is deployed', () => {
  it('is one that somebody has filled in', () => {
    expect(placeholdersIn(filledIn)).toEqual([])
  })

  it('is not the example, of which nothing is anybody’s', () => {
    expect(placeholdersIn(stageFileSchema.parse(england))).toEqual([
      'edge.domainName',
      'edge.account',
      'edge.certificateArn',
      'edge.operationsSubscription',
      'edge.console.domainName',
      'edge.console.certificateArn',
      'edge.console.issuer',
      'edge.backupVaultArn',
    ])
  })

  it('is not the one of a laptop', () => {
    expect(placeholdersIn(stageFileSchema.parse(local))).toEqual(['edge'])
  })

  it.each<[string, Partial<NonNullable<StageFile['edge']>>]>([
    ['edge.domainName', { domainName: 'hub.invalid' }],
    ['edge.domainName', { domainName: 'localhost' }],
    [
      'edge.certificateArn',
      { certificateArn: edge.certificateArn.replace(account, '480123987655') },
    ],
    ['edge.operationsSubscription', { operationsSubscription: 'https://hooks.example/x' }],
    [
      'edge.backupVaultArn',
      { backupVaultArn: `arn:aws:backup:eu-west-2:${account}:backup-vault:hub-copies` },
    ],
    ['edge.console.domainName', { console: { ...edge.console, domainName: 'hub.test' } }],
    ['edge.console.issuer', { console: { ...edge.console, issuer: 'https://login.hub.example' } }],
    [
      'edge.clientCertificateArn',
      {
        truststoreVersion: 'v1',
        clientCertificateArn: clientCertificateArn.replace(account, '480123987655'),
      },
    ],
  ])('is not one whose %s is nobody’s', (field, change) => {
    const file = stageFileSchema.parse({ ...england, edge: { ...edge, ...change } })
    expect(placeholdersIn(file)).toEqual([field])
  })

  it.each<[string, object]>([
    ['an account of eleven digits', { account: '48012398765' }],
    ['a truststore, and no certificate for the hub’s own calls', { truststoreVersion: 'v1' }],
    ['a certificate that nobody asks for', { clientCertificateArn }],
    ['a pager that is not spoken to by TLS', { operationsSubscription: 'http://pager.co.uk/x' }],
    ['nowhere for copies', { backupVaultArn: undefined }],
    [
      'copies that leave the country',
      { backupVaultArn: 'arn:aws:backup:us-east-1:590246813579:backup-vault:hub-copies' },
    ],
    ['nobody to wake', { operationsSubscription: undefined }],
  ])('does not have %s', (_, change) => {
    const file = { ...england, edge: { ...edge, ...change } }
    expect(stageFileSchema.safeParse(file).success).toBe(false)
  })
})
