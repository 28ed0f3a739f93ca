// What the codes of an alert mean, in the words of a duty desk.

export const harmWords: Readonly<Record<string, string>> = {
  H0: 'no concern',
  H1: 'early help',
  H2: 'a child in need',
  H3: 'significant harm suspected',
  H4: 'immediate danger',
}

export const decisionWords: Readonly<Record<string, string>> = {
  SHARE: 'everything that the service wrote',
  SHARE_MINIMAL: 'the least that lets you act: who, where, why and whom to ring',
}

export const ruleWords: Readonly<Record<string, string>> = {
  R19: 'a child with a plan has a worker, who must hear at once',
  R10: 'a child in need, and the parent agreed',
}

export const whyWords: Readonly<Record<string, string>> = {
  WHERE_THE_CHILD_IS: 'the child is said to be in your area',
  HOLDS_THE_CHILD: 'the child is on your register',
}

export const statusWords: Readonly<Record<string, string>> = {
  PROTECTION_PLAN: 'child protection plan',
}

export const relationshipWords: Readonly<Record<string, string>> = {
  MOTHER: 'mother',
  PARTNER_OF_PARENT: 'partner of a parent',
}

export const tellParentWords: Readonly<Record<string, string>> = {
  no: 'no. Nobody in the family is to hear of this from you yet',
  'ask-first': 'ask the service first',
  'safe-contact-only': 'only by the safe way to reach her',
  yes: 'yes, of this concern. What stands in another is not changed by it',
}

export const accumulationWords: Readonly<Record<string, string>> = {
  'combination-in-12-months':
    'two kinds of problem in this household, told by two services within twelve months',
  'three-notifications-in-3-months': 'three notices of this household within three months',
}

/** The words of a code; a code without words is shown as it is. */
export const inWords = (words: Readonly<Record<string, string>>, code: string): string =>
  words[code] ?? code
