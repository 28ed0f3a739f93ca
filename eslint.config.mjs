// Only what needs types, plus the bans that keep time, randomness and jose in their place and every expression linear in
// what it reads, whoever wrote that; Biome does the rest.
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

const inputsNotAmbient = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an input: take a Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an input: take a Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an input.',
  },
]
const noModuleMocks = [
  {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/]",
    message: 'A double is an argument, not a module mock.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'cdk.out*/',
      '.local/',
      '.venv/',
      'client/dist/',
      'client/hub-api.ts',
      'test/rows/reader.mjs',
    ],
  },
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      // All of it at once: five eighths of the time, and a gigabyte less, of a service that opens file after file.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/aws/**', 'shared/sending/**'],
    rules: { 'no-restricted-syntax': ['error', ...inputsNotAmbient] },
  },
  {
    files: ['{shared,functions,cli,local,client}/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  { files: ['test/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noModuleMocks] } },
  {
    files: ['**/*.ts'],
    ignores: [
      'shared/http/tokens.ts',
      'shared/sending/seal.ts',
      'functions/serve-console/session/seal-session.ts',
      'test/**',
      'local/**',
      'cli/**',
      'client/**',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'jose',
              message:
                'jose is used in shared/http/tokens.ts, shared/sending/seal.ts, the client and the console’s seal-session.ts only.',
            },
          ],
        },
      ],
    },
  },
)
