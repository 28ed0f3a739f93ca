import type { Facts } from './facts.ts'
import type { Fault } from './fault.ts'

const oldestNode = 22
const oldestPython = [3, 10] as const
const isOld = ({ python }: Facts): boolean => {
  if (python === 'none') return false
  const [major = 0, minor = 0] = python.version
  return major < oldestPython[0] || (major === oldestPython[0] && minor < oldestPython[1])
}

/** What a machine lacks to run a hub on it, by what shows it. */
export const faultsHere = {
  'node-old': {
    isThere: ({ node }) => Number(node.split('.')[0]) < oldestNode,
    says: ({ node }) => `Node is ${node}; the hub needs ${oldestNode} or newer.`,
    todo: 'Install a newer Node, or run the command by npm, which brings its own on Linux.',
  },
  'packages-missing': {
    isThere: ({ packages }) => packages === 'missing',
    says: () => 'The npm packages are not installed.',
    todo: 'Run npm ci in the folder of the hub.',
  },
  'packages-stale': {
    isThere: ({ packages }) => packages === 'stale',
    says: () => 'The npm packages are not those of package-lock.json.',
    todo: 'Run npm ci, or npm start, which does.',
  },
  'python-missing': {
    isThere: ({ python }) => python === 'none',
    says: () => 'There is no Python on the path; the emulator of npm start runs on it.',
    todo: 'Install Python 3.10 or newer (Debian, Ubuntu: apt-get install python3 python3-venv), or use npm run serve, which needs none.',
  },
  'python-old': {
    isThere: isOld,
    says: ({ python }) =>
      `Python is ${python === 'none' ? '' : python.version.join('.')}; the emulator needs ${oldestPython.join('.')} or newer.`,
    todo: 'Install a newer Python and put it first on the path.',
  },
  'python-without-venv': {
    isThere: ({ python }) => python !== 'none' && !python.hasVenv,
    says: () => 'Python is there, but cannot make virtual environments.',
    todo: 'Install its venv (Debian, Ubuntu: apt-get install python3-venv).',
  },
  'port-taken': {
    isThere: ({ port }) => port?.isTaken === true,
    says: ({ port }) => `Something that is no hub listens at port ${port?.number ?? ''}.`,
    todo: 'End it, or choose another port: HUB_PORT=4700 npm start.',
  },
  'hub-stopped': {
    isThere: ({ place }) => place === 'silent',
    says: () => 'The hub on this machine has stopped; its place file was left behind.',
    todo: 'Start it again with npm start or npm run serve.',
  },
  'place-unreadable': {
    isThere: ({ place }) => place === 'unreadable',
    says: () => 'The file that says where the hub on this machine is cannot be read.',
    todo: 'Delete .local/hub.json and start the hub again.',
  },
  'stage-missing': {
    isThere: ({ stage }) => stage === 'unreadable',
    says: () => 'The stage’s file cannot be read.',
    todo: 'Give its path with --stage; infra/stages/production.ts is one to copy.',
  },
  'stage-invalid': {
    isThere: ({ stage }) => typeof stage === 'object',
    says: ({ stage }) =>
      `The stage’s file is not one: ${typeof stage === 'object' ? stage.faults : ''}.`,
    todo: 'Mend the fields that are named; docs/deploy.md says what each is.',
  },
} as const satisfies Readonly<Record<string, Fault>>
