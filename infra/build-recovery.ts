import { type App, type Stack, Tags } from 'aws-cdk-lib'
import { region } from './hub.ts'
import { keepingAccountOf } from './keeping-account.ts'
import { KeepingStack } from './keeping-stack.ts'
import { RecoveryStack } from './recovery-stack.ts'
import { stageFileSchema } from './stages/stage-file.ts'
import { VaultStack } from './vault-stack.ts'

/** @throws Error for a stage without an edge: nothing of it is kept elsewhere */
export const buildRecovery = (app: App, file: unknown): readonly Stack[] => {
  const { edge } = stageFileSchema.parse(file)
  if (edge === undefined) throw new Error('a stage without an edge has no vault')
  Tags.of(app).add('service', 'safeguarding-hub')
  const elsewhere = {
    terminationProtection: true,
    env: { region, account: keepingAccountOf(edge) },
    hubAccount: edge.account,
  }
  return [
    new VaultStack(app, 'hub-vault', elsewhere),
    new KeepingStack(app, 'hub-keeping', { ...elsewhere, pager: edge.operationsSubscription }),
    // Without protection: it is to be destroyed when its work is done.
    new RecoveryStack(app, 'hub-recovery', { env: { region, account: edge.account } }),
  ]
}
