import { App, Validations } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { rhythms } from '../../infra/backup-stack.ts'
import { buildRecovery } from '../../infra/build-recovery.ts'
import { daysKept } from '../../infra/days-kept.ts'
import { stage as england } from '../../infra/stages/england.ts'
import { stage as local } from '../../infra/stages/local.ts'
import { tables } from '../../shared/aws/dynamodb/tables.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { resourcesOf, templatesOf } from './synth.ts'
import { recovery, recoveryTemplates } from './synth-recovery.ts'

const backup = { 'hub-backup': templatesOf('production')['hub-backup'] ?? Template.fromJSON({}) }
const all = (type: string) => Object.values(resourcesOf(backup, type))

type Rule = {
  readonly Lifecycle: { readonly DeleteAfterDays: number }
  readonly CopyActions: readonly {
    readonly DestinationBackupVaultArn: string
    readonly Lifecycle: { readonly DeleteAfterDays: number }
  }[]
}
const rules = all('AWS::Backup::BackupPlan').flatMap(
  ({ Properties }) =>
    (Properties['BackupPlan'] as { readonly BackupPlanRule: readonly Rule[] }).BackupPlanRule,
)

describe('backups', () => {
  it('are made of every table each night', () => {
    expect(rhythms.daily.tables).toEqual(keysOf(tables))
    const selected = all('AWS::Backup::BackupSelection').map(
      ({ Properties }) =>
        (Properties['BackupSelection'] as { readonly Resources: readonly unknown[] }).Resources
          .length,
    )
    expect(selected).toEqual([keysOf(tables).length, rhythms.hourly.tables.length])
  })

  it('are copied to another account, each of them, and kept there as long', () => {
    expect(rules).toHaveLength(2)
    for (const { CopyActions, Lifecycle } of rules)
      expect(CopyActions).toEqual([
        { DestinationBackupVaultArn: england.edge.backupVaultArn, Lifecycle },
      ])
  })

  it('are kept no longer than a table can be put back to a second, and no shorter than the lock takes', () => {
    const days = rules.map(({ Lifecycle }) => Lifecycle.DeleteAfterDays)
    expect(days).toEqual([daysKept.most, daysKept.fewest])
    expect(daysKept.most).toBe(35)
  })

  it('cannot be removed from our own vaults either, which lie under a key of their own', () => {
    for (const { Properties } of all('AWS::Backup::BackupVault')) {
      expect(JSON.stringify(Properties['AccessPolicy'])).toContain('backup:DeleteRecoveryPoint')
      expect(JSON.stringify(Properties['EncryptionKeyArn'])).toContain('Backup')
    }
  })

  it('ring when one fails and when one is missed, here and on its way', () => {
    const alarms = all('AWS::CloudWatch::Alarm')
    const missed = alarms.filter(({ Properties }) =>
      String(Properties['AlarmName']).endsWith('-missed'),
    )
    expect(missed.map(({ Properties }) => Properties['AlarmName'])).toEqual(
      expect.arrayContaining([
        'hub-backup-daily-missed',
        'hub-backup-hourly-missed',
        'hub-backup-copy-missed',
      ]),
    )
    for (const { Properties } of missed) expect(Properties['TreatMissingData']).toBe('breaching')
    for (const { Properties } of alarms) expect(Properties['AlarmActions']).toHaveLength(1)
  })
})

const templates = recoveryTemplates()

describe('the vault in the other account', () => {
  const has = (properties: object) => (): void =>
    templates['hub-vault']?.hasResourceProperties('AWS::Backup::BackupVault', properties)

  it('is locked for good three days after it was made', () => {
    const LockConfiguration = {
      ChangeableForDays: 3,
      MinRetentionDays: daysKept.fewest,
      MaxRetentionDays: daysKept.most,
    }
    expect(has({ LockConfiguration })).not.toThrow()
    expect(has({ LockConfiguration: { ChangeableForDays: 4 } })).toThrow()
  })

  it('lets copies in from the hub’s account, and that account do nothing else', () => {
    const AccessPolicy = {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Allow', Action: 'backup:CopyIntoBackupVault' }),
        Match.objectLike({
          Effect: 'Deny',
          NotAction: 'backup:CopyIntoBackupVault',
          Condition: { StringEquals: { 'aws:PrincipalAccount': england.edge.account } },
        }),
      ]),
    }
    expect(has({ AccessPolicy })).not.toThrow()
  })
})

describe('what somebody has who restores', () => {
  const stack = templates['hub-recovery']
  const [policy] = Object.values(stack?.findResources('AWS::IAM::Policy') ?? {})
  const statements = policy?.['Properties'].PolicyDocument.Statement as readonly {
    readonly Sid: string
    readonly Effect: string
    readonly Action: string | readonly string[]
  }[]
  const actionsOf = (effect: string) =>
    statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => Action)

  it('is a role that may read and put rows, and is refused what takes any away', () => {
    const allowed = actionsOf('Allow').filter((action) => action.startsWith('dynamodb:'))
    expect(allowed.toSorted()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:DescribeExport',
      'dynamodb:DescribeTable',
      'dynamodb:ExportTableToPointInTime',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Scan',
    ])
    expect(actionsOf('Deny')).toContain('dynamodb:DeleteItem')
  })

  it('is in no stack of the hub: it stands only while somebody restores', () => {
    expect(Object.keys(templatesOf('production'))).not.toContain('hub-recovery')
  })

  it('is found nothing of by cdk-nag that is not explained', () => {
    const { app } = recovery()
    Validations.of(app).addPlugins(new AwsSolutionsChecks())
    expect(() => app.synth()).not.toThrow()
  })

  it('cannot be built for a stage without an edge', () => {
    expect(() => buildRecovery(new App(), local)).toThrow('has no vault')
  })
})
