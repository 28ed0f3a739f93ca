import { foldedWords } from '../../shared/matching/normalise/fold-text.ts'
import { fullFormsOf } from '../../shared/matching/normalise/nicknames/nicknames.ts'
import { type Asked, type Case, idOf, parentOf, type Setting } from './case.ts'
import { type Family, type Member, registeredChild } from './families.ts'
import { another, calledOf, firstOf, likeName, otherBirth } from './other-children.ts'
import { toldChild } from './told-child.ts'
import { unbornCases } from './unborn-cases.ts'

const unregistered = (child: Member, { random }: Setting): Asked => ({
  query: toldChild(child, random),
})

/** The forms of a name that may be borne in its place. */
export const formsOf = (name: string): readonly string[] =>
  foldedWords(name).flatMap((word) => [word, ...fullFormsOf(word)])

const isBorne = (name: string, { children }: Family): boolean => {
  const borne = new Set(children.flatMap(({ given }) => given.flatMap(formsOf)))
  return formsOf(name).some((form) => borne.has(form))
}

/** Where a slip has made the name of one the name of the other, nothing that was told could tell them apart. */
const toldApart = (asked: Asked, { child }: Member): Asked | undefined => {
  const told = new Set(asked.query.names.flatMap(({ given = '' }) => formsOf(given)))
  return formsOf(calledOf(child)).some((form) => told.has(form)) ? undefined : asked
}

/** Each kind of concern about a child; undefined where the families have nobody for it. */
export const cases: Readonly<Record<string, Case>> = {
  'a registered child': ({ member, random }) => ({
    query: toldChild(member, random),
    sought: idOf(member),
  }),
  'a registered child who moved': ({ member, other, random }) => ({
    query: toldChild(member, random, other.family.home),
    sought: idOf(member),
  }),
  'an unknown brother or sister': (setting) => {
    const { member, other, random } = setting
    const { sex } = other.child
    const born = otherBirth(member.child.born, random)
    const given = [calledOf(other.child)]
    return unregistered(another(member, random, { given, sex, born }), setting)
  },
  'an unknown twin': (setting) => {
    const { member, other, random } = setting
    const { sex } = other.child
    return unregistered(another(member, random, { given: [calledOf(other.child)], sex }), setting)
  },
  'an unknown twin of like name': (setting) => {
    const { member, random } = setting
    const given = [likeName(random, calledOf(member.child))]
    return toldApart(unregistered(another(member, random, { given }), setting), member)
  },
  'an unknown twin of one first name': (setting) => {
    const { member, other, random } = setting
    const second = calledOf(other.child)
    const twin = another(member, random, { given: ['Mohammed', second] })
    const known = another(member, random, { given: ['Muhammad', likeName(random, second)] })
    return { ...unregistered(twin, setting), added: { t1: registeredChild(known) } }
  },
  'an unknown sister or brother of like name': (setting) => {
    const { member, random } = setting
    const born = otherBirth(member.child.born, random)
    const given = [likeName(random, calledOf(member.child))]
    return toldApart(unregistered(another(member, random, { given, born }), setting), member)
  },
  'twins of like name, both registered': ({ member, random }) => {
    const twin = another(member, random, { given: [likeName(random, calledOf(member.child))] })
    return {
      query: toldChild(member, random),
      sought: idOf(member),
      added: { t1: registeredChild(twin) },
    }
  },
  'an unknown half-brother or half-sister': (setting) => {
    const { member, other, third, random } = setting
    const parents = [...member.family.parents.slice(0, 1), ...other.family.parents.slice(0, 1)]
    const { given, sex } = third.child
    const { family } = other.child
    const born = otherBirth(member.child.born, random)
    const of = { ...member.family, parents }
    return unregistered(another(member, random, { given, sex, family, born, of }), setting)
  },
  'an unknown cousin of one surname at the same home': (setting) => {
    const { member, other, third, random } = setting
    const given = [calledOf(third.child)]
    const born = otherBirth(member.child.born, random)
    const of = { ...other.family, home: member.family.home }
    return unregistered(another(member, random, { given, born, of }), setting)
  },
  'an unknown cousin of one name in another home': (setting) => {
    const { member, other, random } = setting
    const born = otherBirth(member.child.born, random)
    return unregistered(another(member, random, { born, of: other.family }), setting)
  },
  'a namesake born that day in another town': (setting) => {
    const { member, other, random } = setting
    const { query } = unregistered(another(member, random, { of: other.family }), setting)
    const isPlaced = query.addresses.some(({ postcode, street }) => postcode ?? street)
    return isPlaced ? { query } : undefined
  },
  'an unknown child named after its father': (setting) => {
    const { member, random } = setting
    const father = parentOf(member.family, 'M')
    if (father === undefined || isBorne(firstOf(father), member.family)) return undefined
    const born = otherBirth(member.child.born, random)
    return unregistered(
      another(member, random, { given: [firstOf(father)], sex: 'M', born }),
      setting,
    )
  },
  ...unbornCases,
}
