import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'

/** Sets an execution of a state machine going. The same name twice is once. */
export type StartMachine = (
  machine: string,
  execution: { readonly name: string; readonly input: Readonly<Record<string, string>> },
) => Promise<void>

export const stepFunctions =
  (client: SFNClient): StartMachine =>
  async (stateMachineArn, { name, input }) => {
    try {
      await client.send(
        new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
      )
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }
