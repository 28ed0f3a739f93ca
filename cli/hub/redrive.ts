import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { Command } from 'commander'
import { readers } from '../redrive/readers.ts'
import { redrive } from '../redrive/redrive.ts'
import { sqsQueues } from '../redrive/sqs-queues.ts'
import type { Ports } from './ports.ts'

/** `hub redrive`: the account is that of the environment's credentials. */
export const addRedrive = (hub: Command, { print, exitWith }: Ports): void => {
  hub.command('redrive <queue>').action(async (queue: string) => {
    const queues = sqsQueues(new SQSClient({}))
    const places = {
      ...queues,
      ...readers(new S3Client({ forcePathStyle: true }), new LambdaClient({})),
    }
    const { moved, left } = await redrive(queue, places, (line) => print(`${line}\n`))
    print(`${moved} put back, ${left} left\n`)
    exitWith(left === 0 ? 0 : 1)
  })
}
