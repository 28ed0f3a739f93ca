import type { Answer } from '../api-client.ts'

export type Say = (line: string) => void

/** @throws Error with the answer's own words when it has another status */
export const expectStatus = (what: string, answer: Answer, status: number): Answer => {
  if (answer.status !== status)
    throw new Error(`${what} was answered ${answer.status}: ${answer.text}`)
  return answer
}
