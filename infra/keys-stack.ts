import { ArnFormat, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { type Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { RehearsalClientId } from '../shared/config/rehearsal-clients.ts'
import { dataKey, letServiceUse, pinnedKey } from './constructs/hub-key.ts'
import { byRoles } from './constructs/key-policy.ts'
import type { Resource } from './grants.ts'
import { letReadersDecrypt } from './let-readers-decrypt.ts'
import { pascalCase, restorerRole } from './names.ts'
import type { Stage } from './stage.ts'

/** One key per class of data, so that losing or revoking one opens or closes that class alone; and eleven for signing and hashing. */
export class KeysStack extends Stack {
  readonly directory: Key
  readonly intake: Key
  readonly register: Key
  readonly casework: Key
  readonly auditEntries: Key
  readonly auditLog: Key
  readonly alerts: Key
  readonly leftBehind: Key
  readonly imports: Key
  readonly logs: Key
  /** Signs access tokens (ES256). */
  readonly token: Key
  /** Accepted as the other is, so that either can sign from one moment to the next while the other is replaced. */
  readonly tokenNext: Key
  /** Signs checkpoints of the audit log (Ed25519, as C2SP signed notes want it). */
  readonly checkpoint: Key
  /** Known to verifiers as the other is, so that either can sign from one checkpoint to the next. */
  readonly checkpointNext: Key
  /** Signs the manifests of exports of the audit log (Ed25519). */
  readonly auditExport: Key
  /** Makes the seed of the key that signs what is pushed to receivers and what is sealed. */
  readonly delivery: Key
  /** Makes and checks the MACs of page cursors. */
  readonly cursor: Key
  /** Wraps the key under which identities are hashed for the match index. */
  readonly index: Key

  /** Sign for the clients by which the hub rehearses (ES256). */
  readonly rehearsal: Readonly<Record<RehearsalClientId, Key>>

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props)
    this.directory = dataKey(this, 'Directory', 'who is served, and what was agreed')
    this.intake = dataKey(this, 'Intake', 'concerns and changes as received')
    this.register = dataKey(this, 'Register', 'children, adults and relationships')
    this.casework = dataKey(this, 'Casework', 'assessments and alerts')
    this.auditEntries = dataKey(this, 'AuditEntries', 'audit entries that wait to be sealed')
    this.auditLog = dataKey(this, 'AuditLog', 'the sealed audit log')
    this.alerts = dataKey(this, 'Alerts', 'messages to authorities and operators')
    this.leftBehind = dataKey(this, 'LeftBehind', 'changes of tables that a stream gave up on')
    this.imports = dataKey(this, 'Imports', 'files of registers that are loaded')
    this.logs = dataKey(this, 'Logs', 'logs')
    this.index = pinnedKey(this, 'Index', {
      description: 'Encrypts the match index key',
      enableKeyRotation: true,
      policy: byRoles(this, 'index', [
        { action: 'Decrypt', role: restorerRole },
        { action: 'ReEncryptTo', role: restorerRole },
      ]),
    })
    this.token = signingKey(this, 'Token', KeySpec.ECC_NIST_P256)
    this.tokenNext = signingKey(this, 'TokenNext', KeySpec.ECC_NIST_P256)
    this.checkpoint = signingKey(this, 'Checkpoint', KeySpec.ECC_NIST_EDWARDS25519)
    this.checkpointNext = signingKey(this, 'CheckpointNext', KeySpec.ECC_NIST_EDWARDS25519)
    this.auditExport = signingKey(this, 'Export', KeySpec.ECC_NIST_EDWARDS25519)
    this.delivery = pinnedKey(this, 'Delivery', {
      description: 'Makes the key that signs what is pushed and sealed',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      policy: byRoles(this, 'delivery'),
    })
    this.cursor = pinnedKey(this, 'Cursor', {
      description: 'Signs page cursors',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      policy: byRoles(this, 'cursor'),
    })
    this.rehearsal = {
      'rehearsal-referrer': signingKey(this, 'RehearsalReferrer', KeySpec.ECC_NIST_P256),
      'rehearsal-worker': signingKey(this, 'RehearsalWorker', KeySpec.ECC_NIST_P256),
      'rehearsal-register': signingKey(this, 'RehearsalRegister', KeySpec.ECC_NIST_P256),
    }
    this.letServicesUse()
    letReadersDecrypt(this.alerts, props.stage)
    this.nameForClients()
  }

  /** Services that write by themselves, each for this account's own resources only. */
  private letServicesUse(): void {
    const arnOf = (service: string, resource: string): string =>
      this.formatArn({ service, resource, arnFormat: ArnFormat.NO_RESOURCE_NAME })
    letServiceUse(this.alerts, 'sns.amazonaws.com', {
      ArnLike: { 'aws:SourceArn': arnOf('sns', 'hub-*') },
    })
    letServiceUse(this.alerts, 'events.amazonaws.com', {
      ArnLike: { 'aws:SourceArn': arnOf('events', 'rule/*') },
    })
    letServiceUse(this.alerts, 'cloudwatch.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': this.account },
    })
    letServiceUse(this.logs, `logs.${this.region}.amazonaws.com`, {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arnOf('logs', 'log-group:*') },
    })
  }

  private nameForClients(): void {
    new CfnOutput(this, 'TokenKeyArn', { value: this.token.keyArn })
    new CfnOutput(this, 'CheckpointKeyArn', { value: this.checkpoint.keyArn })
    new CfnOutput(this, 'CursorKeyArn', { value: this.cursor.keyArn })
    new CfnOutput(this, 'IndexKeyArn', { value: this.index.keyArn })
    for (const [id, { keyArn }] of Object.entries(this.rehearsal))
      new CfnOutput(this, `${pascalCase(id)}KeyArn`, { value: keyArn })
  }
}

const signedBy = {
  Token: 'Signs access tokens',
  TokenNext: 'Signs access tokens, or will',
  Checkpoint: 'Signs checkpoints of the audit log',
  CheckpointNext: 'Signs checkpoints of the audit log, or will',
  RehearsalReferrer: 'Signs for the referrer that the hub rehearses as',
  RehearsalWorker: 'Signs for the social worker that the hub rehearses as',
  RehearsalRegister: 'Signs for the register manager that the hub rehearses as',
  Export: 'Signs exports of the audit log',
} as const

/** As what the grants table gives it. */
const usedAs = {
  Token: 'token',
  TokenNext: 'token',
  Checkpoint: 'checkpoint',
  CheckpointNext: 'checkpoint',
  RehearsalReferrer: 'rehearsal',
  RehearsalWorker: 'rehearsal',
  RehearsalRegister: 'rehearsal',
  Export: 'export',
} as const satisfies Record<keyof typeof signedBy, Resource>

const signingKey = (scope: Construct, id: keyof typeof signedBy, keySpec: KeySpec): Key =>
  pinnedKey(scope, id, {
    description: signedBy[id],
    keySpec,
    keyUsage: KeyUsage.SIGN_VERIFY,
    policy: byRoles(scope, usedAs[id]),
  })
