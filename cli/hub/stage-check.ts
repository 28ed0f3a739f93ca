import { InputError } from '../evaluate/input-error.ts'

/** @throws InputError where the stage's file does not name it, or says something else of it */
export const requireAsInStage = (
  what: string,
  stated: Readonly<Record<string, unknown>>,
  inStage: Readonly<Record<string, unknown>> | undefined,
): void => {
  if (inStage === undefined)
    throw new InputError(
      `the stage’s file does not name ${what}: add it there, or it has no queues`,
    )
  const others = ['name', 'key', 'type'].filter(
    (field) => field in stated && stated[field] !== inStage[field],
  )
  if (others.length > 0)
    throw new InputError(`the stage’s file says otherwise of ${what}: ${others.join(', ')}`)
}

/** What is still to be done so that messages have somewhere to go. */
export const placeOfQueues = (list: 'authorities' | 'agencies', isInStage: boolean): string =>
  isInStage
    ? 'the stage’s file names it: its queues are there once that file is deployed'
    : `its queues are made from the stage’s file: name it there (directory.${list}) and deploy, or messages to it have nowhere to go; --stage FILE checks it`
