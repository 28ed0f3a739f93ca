// Deploys a stage to the AWS account that it names, and asks the hub whether it stands.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { region } from '../infra/hub.ts'
import { run } from '../local/run.ts'
import { say, step } from '../local/say.ts'
import { placeholdersIn } from './deploy/placeholders.ts'
import { protectStacks } from './deploy/protect-stacks.ts'
import { smokeCheck } from './deploy/smoke-check.ts'
import { InputError } from './evaluate/input-error.ts'
import { runCommand } from './evaluate/run-command.ts'
import { readStage } from './read-stage.ts'

const usage = 'usage: npm run deploy -- --stage FILE'

const readPath = (): string => {
  try {
    const { values } = parseArgs({ options: { stage: { type: 'string' } } })
    if (values.stage !== undefined) return resolve(values.stage)
  } catch (error) {
    throw new InputError(usage, { cause: error })
  }
  throw new InputError(usage)
}

/** Only the account that the stage names: credentials of another one are the commonest way to deploy into the wrong place. */
const requireAccount = async (account: string): Promise<void> => {
  const { Account } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}))
  if (Account !== account)
    throw new InputError(
      `these credentials are of account ${Account ?? '?'}, and the stage is for ${account}`,
    )
}

await runCommand(async () => {
  const path = readPath()
  const stage = await readStage(path)
  const placeholders = placeholdersIn(stage)
  const { edge } = stage
  if (edge === undefined || placeholders.length > 0)
    throw new InputError(`fill in first what is nobody's yet: ${placeholders.join(', ')}`)
  await requireAccount(edge.account)
  const log = resolve('deploy.log')
  await step(`deploying the stacks (log: ${log})`, () =>
    run(['npx', 'cdk', 'deploy', '--all', '-c', `stage=${path}`, '--require-approval', 'never'], {
      log,
      env: { ...process.env, AWS_REGION: region },
    }),
  )
  await step('protecting what holds data', () =>
    protectStacks(new CloudFormationClient({ region })),
  )
  const faults = await smokeCheck(`https://${edge.domainName}/v1`)
  if (faults.length > 0) throw new InputError(faults.join('\n'))
  say('The hub stands. What is left to do by hand is in docs/deploy.md.')
})
