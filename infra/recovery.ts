// What stands beside the hub: the locked vault in another account, and what somebody needs who restores. Neither is deployed with the hub.
import { App } from 'aws-cdk-lib'
import { acknowledgeFindings } from './acknowledge.ts'
import { buildRecovery } from './build-recovery.ts'
import { readStageFile } from './stage.ts'

const app = new App()
acknowledgeFindings(buildRecovery(app, await readStageFile(app.node)))
