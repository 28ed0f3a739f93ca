// Words of everyday accounts. None of them, by itself and in small letters, tells where anybody is or who.

const text = `
a able about above absent abuse abused abusive access accident across act adult advice afraid after afternoon again against age
ago agreed ahead air alcohol alive all allow almost alone along already also always am among amount an and anger angry another
answer any anybody anyone anything anyway appeared appointment are area argued argument arm army around arrested arrive arrived as ash
ask asked asleep assessment assessed at ate attend attended aunt autumn away awake baby back bad bag balcony ball bank bar bare bath
bathed bathing bathroom battle beach bear beat became because become bed bedroom beds been beer before began begin behind being believe
bell below belt beside best better between big bill bird birth birthday bit bite black blame bleed blood blue board boat body
bone book boot born both bottle bottom bought bow box boy boyfriend boys branch brave bread break breakfast bridge bright bring
broke broken brook brother brought brown bruise bruised bruises bruising buggy build building built burn burned burnt bury bus busy but butter buy
by cake call called calls calm came camp can cannot car care cared career careful carer carers caring carried carry case cash castle
cat caught cause centre chair chance change changed charge chest child childhood children choice choke chose christmas church cigarette city claim
class clean clear clinic close closed clothes club coast coat cold college come comes coming common community complain concern concerned
conference consent contact cook cooker cool corner cot cough could couldnt council counter country course court cousin cover covered
crack crash crime cross crowd cruel cry crying cup curtain cut cuts daily dale damp danger dangerous dark date daughter day days
dead deal dean dear death debt decided deep described despite did didnt died diet different difficult dinner dirty disclosed discussed distressed
do doctor does doesnt dog dogs doing done dont door doors doorway down dozen drank draw drawer dress drew drink drinking drive driven driver
drop drove drug drugs drunk dry due dull duke during duty each ear earl early earn earth east easily easter easy eat eaten
edge effect eight either elder elderly eleven else email emergency empty end ended engage english enough escort even evening ever every
everybody everyone everything evidence exam except expect expected explain eye eyes face fact fair faith fall fallen falls family far
farm fast fat father favour fear fed feed feeding feel feeling feels feet fell felt fence few field fifteen fifty fight figure fill final
find fine finger fire first fish fist fit five fix flat flats fled flesh flight floor flower fly fold followed following food foot for force ford
forest forget form former forward foster found four fourth frank free fresh friday friend friendly friends frightened from front frost frozen full funny
further future game gap garage garden gardens gas gate gave general gentle get gets getting girl girlfriend girls give given giving glad glass
go goes going gold gone good got grace grandad grandma grandmother granny grant grass grave great green grew grey grip ground group grove grow
guard guest guy had hadnt hair half hall hand hands hang hanging happen happened happy harbour hard harm harmed has hasnt hate have haven
having he head headache heal health hear heard hearing heart heat heath heavy held hell help helped hen her here heroin hers herself
hes hey hid hidden hide high hill him himself his hit hits hold hole holiday holly home homeless homes homework honest hook hope
hoping horse horses hospital hot hotel hour hours house household houses housing how however hub huge hundred hung hungry hurt hurts
husband i ice idea if ill illness important in incident income infant info injured injury inside instead interest into is island isnt
issue it its ivy jack jacket january jaw job join joint joy jump june just keep keeps kept kettle key keys kick kicked kid kids kill killed kind
king kings kitchen kneel knew knife knock knocked know known knows lad lady laid lake land landlord lane lane language large last late later
laugh law lawn lay lead leads learn least leave leaves leaving led left leg legs less let letter letters level liar library lie life lift light
like line lip list listen little live lived lives living load lock locked lodge lone long look looked looking looks lose losing lost lot
loud love loved low lower luck lunch mad made main make makes making male man manage manager manor many march mark market marks married mask matter
mattress may maybe me meadow meal meals mean means meant measure medical meet meeting men mental mere met midnight midwife might mild mile miles
milk mill mind mine minute miss missed missing mobile mold monday money month months mood more morning most mother motor mount mouse mouth move moved moves
much mud mug mum mummy must my myself nail name named nan nanny nappies nappy near nearby nearly neck need needed needs neglect neighbour neighbours
nephew nervous never new news next nice niece night nights nine no nobody noise noisy none noon nor normal north nose not note noted nothing noticed
now number numbers nurse nursery oak observed of off offer offered office officer often oh oil okay old older on once one ones only onto open opened or
orange order other others our out outside oven over overdose overnight owe own pack paid pain pale palm pan panic paper parent parents park part
partner parts party pass passed past path patient pay peace pen pension people perhaps person phone phoned photo physical pick picked picture
piece pier pill pills pillow pit place placed places plain plan plans plant plate play played playground playing please pocket point police pond pool poor port
possible post pot pound pram pregnant present pressure pretty price primary prince prison private problem professional programme promise property protect
protected protection proud proved pub public pulled punched pupil push pushed put quarrel quay queen question quick quiet quite race railway rain ran rang range raw ray
reach read reading real really reason received record recovery red reduced refer referral referred refuge refused regent regular relapse related relationship released
relief remember rent reply report reported reports rest result return returned rich ride right ring rise river road roads robin rock rode
role roof room rooms rose rough round row rows royal rub rugby rule run running runs rural rushed sad safe safer safety said sail saint sale salt same sandwich
sat saturday saw say saying says scar scared school schools score scream screamed screaming sea seal search seat second secret secrets secretly section see
seeing seem seemed seems seen sell send sent september series serious service services session set settle settled seven several sex shall share shared sharp she shed sheet
shell shelter shirt shock shoe shoes shop shops shore short should shouted shouting show shower shown shut sick side sign silent silver simple since single
sister sit site six size skin sky slap slapped sleep sleeping slept slow small smell smoke smoked smoking snow so social sofa soft sold solid some somebody
someone something sometimes son song soon sore sorry sort soup source south space spare speak special spend spirit spoke spoken sport spot
spring square stable stairs stand star start started state station stay stayed staying stays step stepfather still stole stolen stone stood stop stopped store
stories story strange stranger stream street strong struck stuck student study substance such sudden suddenly sue suicide summer sun sunday sunny
support supported sure surgery swallow sweet swim table tablet tablets take taken takes taking talk talked talking tall taught taxi tea teacher team
tears teeth telephone tell telling tells temper ten tenancy terrace test text than that the their them then there therefore these they thin thing things
think third thirty this those though thought threat threaten threatened threats three threw through throw thursday till time times tiny
tired to today toe together toilet told tomorrow tone tonight too took tooth top touch tower town toy toys track trade train trauma travel treat
treatment tree tried trip trouble true trust truth try trying tube tuesday turn turned twelve twenty twice twin twins two ugly uncle under unit unsafe until
unwell up upon upper upset urgent us use used using usual usually vale valley van very view vicar victim village villa violence violent visit visited
visitor visits voice vomit wait waiting wake walk walked walking wall wander want wanted wants ward ware warm warn warned was wash washed washing wasnt watch watched water
way we weak wear weather wednesday week weekend weeks weight well wells went were west wet what wheel when where which while white who whole whose why wide
wife wild will willing win wind window windows wine wing winter wish with within without witness woke woman women won wont wood woods wooden word words
wore work worker worked working works world worn worried worry worse worst would wound wrist write written wrong wrote yard year years yellow yes yesterday yet you young
younger your youth zero
abbey academy acorn acres apple arch avenue barn beech birch bay bush cedar chapel cherry childminder city clarence cliff cottage cornwall crescent crown cedars daisy dell drive elm elms estate fern
fountain fox gables glebe grange grove haven hawthorn heather hedge hive hostel hut hollow laurel laurels lavender leisure lilac lily limes london lion maple mews minster moor moss nest northern oaks orchard oak oaks
olive ocean park paddock parade penthouse pine pines poplar poppy priory rectory ridge rookery rowan shaw southern spa spinney swan sycamore temple thorn trees unknown vicarage
villas victoria vine violet warren waterside western willow willows winds wren yew eastern sunrise sunset rainbow phoenix angel angels hotel infirmary practice centre nursing childcare junior infant
`

const words: ReadonlySet<string> = new Set(text.trim().split(/\s+/))

/** Whether an account may hold the word without meaning the place or person that bears it. */
export const isOrdinary = (word: string): boolean => words.has(word)
