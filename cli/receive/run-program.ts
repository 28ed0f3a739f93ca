import { spawn } from 'node:child_process'

/** Runs a program, by no shell, with a text on its standard input. @throws Error when it does not end with 0 */
export const runProgram =
  (program: string) =>
  (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(program, [], { stdio: ['pipe', 'ignore', 'inherit'] })
      child.once('error', reject)
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error('the program did not end with 0')),
      )
      // A program that does not read to the end says so by its code.
      child.stdin.on('error', () => undefined)
      child.stdin.end(text)
    })
