// Puts dead letters back to where their reader fetches them: npm run -s redrive -- hub-alerts-<authority>-unsent
import { parseArgs } from 'node:util'
import { SQSClient } from '@aws-sdk/client-sqs'
import { InputError } from './evaluate/input-error.ts'
import { runCommand } from './evaluate/run-command.ts'
import { redrive } from './redrive/redrive.ts'
import { sqsQueues } from './redrive/sqs-queues.ts'

const usage = 'usage: npm run -s redrive -- QUEUE, as hub-alerts-<authority>-unsent'

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [queue, ...more] = positionals
  if (queue === undefined || more.length > 0) throw new InputError(usage)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const { moved, left } = await redrive(queue, sqsQueues(new SQSClient({})), say)
  say(`${moved} put back, ${left} left`)
  process.exitCode = left === 0 ? 0 : 1
})
