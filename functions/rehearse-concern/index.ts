import { KMSClient } from '@aws-sdk/client-kms'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readSecretOf } from '../../shared/aws/secrets/read-secret.ts'
import { sqsQueues } from '../../shared/aws/sqs/queues.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { callWithin } from '../../shared/sending/call.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('rehearse-concern', process.env)
/** Milliseconds that the API has to answer: what it takes at most, and no more. */
const patience = 16_000

const clients = {
  keys: kmsKeys(new KMSClient(clientOptions)),
  queues: sqsQueues(new SQSClient(clientOptions)),
  call: callWithin(patience),
  readSecret: readSecretOf(new SecretsManagerClient(clientOptions)),
}

export const handler = wire(clients, environment, worldOf('rehearse-concern'))
