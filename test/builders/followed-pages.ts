/** Pages that are run at every test, each by itself, and what they print. */
export const followedPages = [
  ['docs/api.md', /"status": ?"answered"/],
  ['docs/connect/curl.md', /"concernId":"[0-9a-f-]+".*"items":\[.*"testId":"/s],
  ['docs/connect/python.md', /^[0-9a-f-]{36} [1-9]\d* alerts stand in the inbox$/m],
  ['docs/connect/siem.md', /^\{.*"entryId":"[0-9a-f-]+".*\}$/m],
  [
    'docs/connect/bruno.md',
    /^\d+ calls in hub-collection.*\n(?:.*\n)*bruno\.json\n(?:.*\n)*ey\S+$/m,
  ],
  ['docs/connect/changes.md', /"status": ?"withdrawn"/],
  ['docs/connect/test-data.md', /: 20 children, 0 refused/],
  ['docs/connect/generated.md', /^[0-9a-f-]{36} \w+ \d+\n(?:.*\n)*[0-9a-f-]{36} \S+ \d+$/m],
] as const satisfies readonly (readonly [string, RegExp])[]

/** Run one after the other, the second in the folder that the first makes. */
export const clientPages = [
  { page: 'docs/connect/node.md' },
  { page: 'client/README.md', in: 'my-system' },
] as const

/** Run where there are a JDK and Maven, which CI installs. */
export const javaPage = { page: 'docs/connect/java.md' }

export const runPages: readonly string[] = [
  ...followedPages.map(([page]) => page),
  javaPage.page,
  ...clientPages.map(({ page }) => page),
]

/** Blocks of these pages and of README that no test runs, by page and language, each with its reason. */
export const notRun: Readonly<Record<string, string>> = {
  'README.md sh':
    'npm test is what CI runs, and the suites that call a hub start it as npm start does',
  'docs/connect/changes.md json': 'an event, which is held to its schema',
  'docs/connect/windows.md powershell':
    'no PowerShell where the tests run; the page says that they parse it and did not run it',
  'docs/connect/dotnet.md csharp': 'no .NET where the tests run; the page says that nobody ran it',
}
