import type { Clients } from '../../shared/aws/clients.ts'
import { readCheckpointsSentIn } from '../../shared/aws/dynamodb/checkpoints-sent.ts'
import { countWaitingIn, readOpenIn } from '../../shared/aws/dynamodb/count-waiting.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { putMessagesIn } from '../../shared/aws/dynamodb/outbox.ts'
import { listPastBoundIn } from '../../shared/aws/dynamodb/past-bound.ts'
import { readQuarantineIn } from '../../shared/aws/dynamodb/quarantine.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'measure-hub'>,
  { now, log }: Pick<World, 'now' | 'log'>,
) => {
  const { CASEWORK_TABLE: casework, DIRECTORY_TABLE, INTAKE_TABLE: intake } = environment

  const putMessages = putMessagesIn(store, casework)
  return createHandler({
    countingWithout: (aside) => countWaitingIn(store, { casework, intake }, aside),
    listPastBound: listPastBoundIn(store, { casework, intake }),
    readOpen: readOpenIn(store, casework),
    readQuarantine: readQuarantineIn(store, casework),
    // That a message could not be written hides no measure.
    tell: (messages) =>
      putMessages(messages).catch((error: unknown) => reportFailure(log, 'message', error)),
    readCheckpointsSent: readCheckpointsSentIn(store, casework),
    readDirectory: readDirectoryIn(store, DIRECTORY_TABLE, now),
    now,
    log,
  })
}
