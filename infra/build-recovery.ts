import { type App, type Stack, Tags } from 'aws-cdk-lib'
import { region } from './hub.ts'
import { RecoveryStack } from './recovery-stack.ts'
import { stageFileSchema } from './stages/stage-file.ts'
import { VaultStack } from './vault-stack.ts'

/** The account of a vault, from its ARN. */
const accountOf = (vaultArn: string): string => vaultArn.split(':')[4] ?? ''

/** @throws Error for a stage without an edge: nothing of it is kept elsewhere */
export const buildRecovery = (app: App, file: unknown): readonly Stack[] => {
  const { edge } = stageFileSchema.parse(file)
  if (edge === undefined) throw new Error('a stage without an edge has no vault')
  Tags.of(app).add('service', 'safeguarding-hub')
  const common = { terminationProtection: true }
  return [
    new VaultStack(app, 'hub-vault', {
      ...common,
      env: { region, account: accountOf(edge.backupVaultArn) },
      hubAccount: edge.account,
    }),
    // Without protection: it is to be destroyed when its work is done.
    new RecoveryStack(app, 'hub-recovery', { env: { region, account: edge.account } }),
  ]
}
