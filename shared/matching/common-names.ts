/** Shares of people in Great Britain bearing a name, in parts per 10,000. Orders of magnitude; training replaces them. */
const tableOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text.split(' ').map((entry) => {
      const [name = '', parts = '0'] = entry.split(':')
      return [name, Number(parts) / 10_000]
    }),
  )

/** Names so common that agreeing on them says little: the ones shared by custom (Kaur, Begum, Singh) above all. */
export const commonFamilyNames = tableOf(
  'smith:110 jones:85 williams:60 brown:50 taylor:50 davies:44 wilson:39 evans:36 thomas:33 johnson:33 roberts:31 ' +
    'walker:28 wright:28 robinson:27 thompson:27 white:26 hughes:26 edwards:26 green:25 lewis:24 wood:24 harris:24 ' +
    'martin:24 jackson:23 clarke:23 clark:22 hall:22 turner:22 hill:21 cooper:20 khan:45 patel:35 ahmed:30 ali:35 ' +
    'hussain:35 singh:40 kaur:40 begum:40 bibi:20 akhtar:15 miah:15 kelly:18 murphy:17 macdonald:15 campbell:18 ' +
    'hassan:9 mohamed:9 mohammed:9 hussein:5 islam:8 uddin:9 rahman:12 chowdhury:7 shah:15 malik:12 mahmood:9 iqbal:8 ' +
    'khatun:9 sheikh:6 aziz:4 rashid:4 yusuf:3 omar:3 ibrahim:4 abdullah:4 osman:4 abdi:5 sharma:8 kumar:9 das:3 ' +
    'gill:9 sandhu:4 nguyen:6 tran:2 chan:5 lee:30 wong:5 li:6 chen:7 wang:6 zhang:5 silva:6 santos:4 garcia:4 ' +
    'costa:3 ferreira:3 nowak:4 popescu:2 popa:2 yilmaz:2 mensah:2 obrien:8 ryan:9 walsh:8 ' +
    // Borne, and written where a name is not known.
    'null:60 none:60 nil:30 nan:60 male:40 female:40 baby:60 infant:60 twin:40 triplet:40 boy:30 girl:40 junior:30 senior:30 master:20',
)

export const commonGivenNames = tableOf(
  'david:210 john:200 paul:160 james:150 michael:140 andrew:120 mark:120 peter:110 stephen:100 robert:110 ' +
    'christopher:90 richard:90 daniel:90 matthew:80 thomas:80 anthony:60 mohammed:130 ahmed:45 ali:45 susan:120 ' +
    'margaret:90 sarah:120 karen:75 julie:75 emma:75 elizabeth:75 jacqueline:60 helen:75 christine:60 claire:75 ' +
    'laura:60 rebecca:60 mary:60 patricia:60 louise:50 joanne:55 lisa:60 nicola:60 michelle:60 jennifer:60 ' +
    'muhammad:60 mohammad:40 mohamed:40 muhammed:15 md:6 abdul:30 syed:10 fatima:25 aisha:15 khadija:8 zainab:8 amina:10 ' +
    'hassan:12 hussain:12 omar:9 ibrahim:10 yusuf:8 tariq:8 imran:8 bilal:6 shabana:6 nasreen:6 shazia:6 begum:20 bibi:15 ' +
    'singh:40 kaur:40 gurpreet:6 harpreet:6 manpreet:5 thi:5 van:3 maria:50 anna:40 jose:8 joao:5 ana:8 mariam:8 maryam:8 ' +
    'wei:5 ming:4 piotr:6 tomasz:6 katarzyna:6 agnieszka:6 andrei:5 elena:8 mehmet:5 mustafa:8 kumar:10 ' +
    // Borne, and written where a name is not known.
    'null:90 none:90 nil:60 nan:60 male:90 female:90 baby:90 infant:90 twin:90 triplet:90 boy:60 girl:60 junior:60 senior:45',
)

/** Of children born since 2008, both sexes together. @see ONS, baby names in England and Wales */
export const commonChildNames = tableOf(
  'oliver:85 muhammad:75 mohammed:60 noah:60 george:60 harry:65 jack:75 charlie:60 leo:55 arthur:45 jacob:55 alfie:45 ' +
    'oscar:50 thomas:55 james:55 william:55 joshua:45 henry:45 freddie:40 theo:40 archie:45 logan:40 ethan:40 lucas:40 ' +
    'daniel:40 joseph:45 max:40 isaac:35 samuel:40 mason:35 alexander:35 finley:30 benjamin:35 adam:30 edward:30 riley:30 ' +
    'dylan:30 mohammad:30 ibrahim:25 yusuf:20 ali:25 ahmed:20 omar:15 abdul:15 jayden:20 tyler:20 lewis:25 luke:25 ' +
    'olivia:75 amelia:75 isla:60 ava:60 emily:65 sophia:50 grace:50 mia:50 poppy:50 ella:50 lily:55 evie:45 sophie:45 ' +
    'jessica:50 isabella:50 ruby:40 charlotte:45 freya:35 chloe:40 daisy:35 alice:30 ivy:40 florence:35 willow:30 ' +
    'rosie:30 sienna:30 phoebe:30 evelyn:30 elsie:30 millie:25 matilda:25 maisie:25 lucy:30 hannah:25 holly:25 ' +
    'emma:25 ellie:25 isabelle:20 sofia:25 maya:20 anna:20 annie:8 eliza:15 lola:20 louis:25 hugo:20 theodore:30 ' +
    'maryam:25 fatima:20 aisha:20 zara:20 layla:20 zainab:15 maria:15',
)

/** Whether a folded name is one of those common among children. */
export const isGivenToChildren = (name: string): boolean => Object.hasOwn(commonChildNames, name)

/** Names that go together, and the share of people who bear names of the kind. Orders of magnitude; training replaces them. */
const together: readonly {
  readonly share: number
  readonly given: string
  readonly family: string
}[] = [
  {
    share: 0.05,
    given:
      'mohammed muhammad mohammad mohamed muhammed md abdul syed ahmed ali fatima aisha khadija zainab amina hassan hussain omar ' +
      'ibrahim yusuf tariq imran bilal shabana nasreen shazia begum bibi mariam maryam mustafa',
    family:
      'khan ahmed ali hussain begum bibi akhtar miah hassan mohamed mohammed hussein islam uddin rahman chowdhury shah malik ' +
      'mahmood iqbal khatun sheikh aziz rashid yusuf omar ibrahim abdullah osman abdi',
  },
  {
    share: 0.012,
    given: 'singh kaur gurpreet harpreet manpreet kumar',
    family: 'singh kaur gill sandhu sharma kumar das patel',
  },
  {
    share: 0.008,
    given: 'wei ming thi van',
    family: 'nguyen tran chan lee wong li chen wang zhang',
  },
  {
    share: 0.02,
    given: 'maria ana jose joao anna',
    family: 'silva santos garcia costa ferreira',
  },
  {
    share: 0.02,
    given: 'piotr tomasz katarzyna agnieszka anna andrei elena maria',
    family: 'nowak popescu popa',
  },
]

/** Of those who bear a family name, the share called by a given name that goes with it, by "given|family". */
export const givenAmongFamily: Readonly<Record<string, number>> = Object.fromEntries(
  together.flatMap(({ share, given, family }) =>
    given
      .split(' ')
      .flatMap((one) =>
        family.split(' ').map((other) => [`${one}|${other}`, (commonGivenNames[one] ?? 0) / share]),
      ),
  ),
)
