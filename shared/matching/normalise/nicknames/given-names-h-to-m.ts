/** Given names in use in Britain today, of all its cultures, folded, from H to M. Spellings and short forms stand in the groups beside. */
export const givenNamesHToM = `
  ha haben habib habiba habibollah habibur haddy hadi hafeez hafizur hafsa hagos hai haider hajnalka hakan hal
  hala haleema halil halima halime halina hallie halyna hamdi hamid hamideh hamidullah hamish hamit hammad hamse
  hamza hana hanad hanan hande hanh hania hanife haniya hanna hannah hansa hao haralambos harbans harbhajan
  harbir harchand hardeep hardev hardik hardip hargun haris harish harjeet harjinder harjit harjot harkiran
  harleen harley harmeet harmohan harnam harold haroon harpal harper harpreet harri harriet harrison harry
  harsimran haruka harun harvey harvinder hasan haseeb hashim hasina hasnain hassan hatice hava havva hawa hayat
  hayden haydn hayley hazel heather heaven hector heidi helder heledd helen helena hengameh henok henrietta
  henry henryk henryka herbert hermione hernan hersi hetal hevin hiba hibo hien hieu hilal hilary hilda hina
  hindi hira hiren hiroshi hirsi hiten hitesh hiwot hoa hoang hodan hoiyan hollie holly homa homayoun hong
  honorata hooman horace horatiu horia hosna hossein howard hryhoriy hubert huda hugh hugo hui hulya humaira
  humphrey humza hung hunter huong huseyin husni hussain hussein huw huy huyen hyun hywel iain ian iancu ibolya
  ibrahim ibrahima ibukun ida idil idowu idrees idris iestyn ieuan ieva ifan ifeanyi ifeoma ifra ifrah iftikhar
  ifunanya ignacio igor ihor ihsan ijaz ike ikechukwu ikenna ikram ikran ila ilaria ildiko ileana ilhan ilias
  ilie ilinca ilir ilker ilmars ilona ilya ilyas ilze imaan imad iman imani imants imelda imogen imran imre
  imtiaz inam inaya inayat inci inderjit ines inese inessa inga ingrid ingrida inioluwa inmaculada inna innocent
  insha inta ioan ioana ioanna ioannis ion iona ionel ionela ionut ipek iqbal iqra iraj irem irena irene
  ireneusz ireti irfan irina irini iris irma irvin iryna isa isaac isabel isabella isabelle isatou isayas isha
  ishaan ishan ishaq ishfaq ishika ishita isik isla ismael ismail isobel israr isse istvan iulia iulian iuliana
  ivan ivana ivanna ivars iveta ivett ivor ivy iwan iwona iyabo izabela jabeen jabir jac jacek jacinta jack
  jackie jackson jacob jacqueline jada jade jaden jadwiga jafar jagdeep jagdish jagjit jagtar jahan jahanara
  jahangir jahiem jahmal jai jaidan jaime jaimin jainaba jake jakub jalal jaleh jama jamal jamar jameela james
  jamie jamil jamila jan jana jane janet janette janice janina janine janis jannat janos janusz jarmila jarnail
  jaroslav jaroslaw jarvis jasbir jasdeep jaskaran jaskiran jasleen jasmeet jasmin jasmine jason jasper jaspreet
  jasvir jaswant jaswinder jatin jatinder javad javed javeria javid javier javon jawad jax jaxon jaxson jay
  jayden jayesh jayshree jean jeanette jeevan jeffrey jemma jennifer jenny jensen jenson jeremy jermaine jerome
  jerzy jesse jessica jesus jeton jian jianguo jide jie jignesh jihoon jill jin jing jiri jitka jiwoo jiyan jo
  joachim joan joana joanna joanne joao joaquim joaquin jocelyn jodie jody joel john johnpaul jolanta jon jonah
  jonas jonathan jordan jorge jose josefa joseph josephine joshua josie jovan jovita joy joyce joynal jozef
  jozsef juan juanita jude judit judith julia julian juliana julianna julie juliet julio juliusz juma jumoke jun
  junaid june juozas juraj jurate jurgis jurgita juris justas justin justina justine justyna jyoti kaafi kabir
  kacper kaden kader kadiatou kadir kadisha kafui kaho kai kainat kaiyan kajal kajetan kaleem kalman kalpana
  kalpesh kalsoom kamal kamala kamaljit kaman kamau kamil kamila kaming kamla kamlesh kamran kamrul kandasamy
  kane kannan kanta kanye kapil kara karamjit karan karanjit karanveer karen karim karina karl karlis karnail
  karol karolina karolis karoly karthik kartik kashif kashmir kaspars kastriot katalin katarina katarzyna kate
  katerina kateryna katharine katherine kathleen kathryn katie kato katrina kausar kaveh kavita kavya kawa
  kawsar kay kayden kayla kayode kazimierz keanu kebba kehinde keira keiron keisha keith kelechi kelly kelvin
  kemal kemar kemi kenan kendra kendrick kene kenechukwu kenji kenneth kenny kerem kerry keshav kestutis ketan
  kevin keynan khadija khadra khaled khalid khalil khalilur khan khanh khatoon khizar khoa khosrow khrystyna
  khurram kian kiara kidane kiera kieran kieron kim kimberley kimia king kinga kinza kira kiran kiranjit kirill
  kirk kiros kirsten kirsty kirti kishor klara klaudia kobby kofi kojo kokila komal konrad konstantina
  konstantinos koray kornel kornelia kostas kostyantyn kotryna kourosh krish krishna krisjanis kristen kristina
  kristine krisztian krisztina krystian krystyna krzysztof ksenia kubra kudakwashe kudzai kulbir kuldeep kuljit
  kulsum kulwant kulwinder kumar kunal kunle kurt kushtrim kusum kveta kwabena kwadwo kwaku kwame kwamena
  kwamina kwasi kweku kwokwai kyle kylie kyriaki kyron kyrone kyrylo lacey lachlan ladan laiba laila laima lajos
  lakhbir lakhvir lakhwinder lakshman lakshmi laleh lalit lalita lamin lan lana lance lanre lara larisa larissa
  larry larysa lashawn laszlo lata laura lauren laurence laurentiu laurynas lavinia lawrence layla leah leandro
  leanne lech lee leela lei leigh leighton leila lekha leman lemlem len lena lenka lennon lenuta leo leokadia
  leon leona leonard leonid leonor leonora lerato leroy lesia lesley leslie lester leszek leticia lev levent
  levi lewis lexi lexie leyla li liam liaqat liban libby lidia lien liepa liga liiban lila lilia liliana lilla
  lilly lily lin lina linas lincoln linda lindiwe lindsay lindsey ling linh lionel liridon lirim lisa liudmyla
  livia liviu lleucu llew lloyd llyr loan logan lois loizos lola lolade long loredana lorena lorenzo loreta
  lorna lorraine lottie louie louis louisa louise lourdes lowri luan luana lubica lubna lubos lubov luca lucas
  lucia lucian luciana lucille lucinda lucja lucjan lucy lucyna ludmila ludwik ludwika luigi luis luisa lukas
  lukasz luke lulzim luminita luna luqman lurdes lutfa lutfur luther luul luwam ly lydia lyn lynda lynette lynn
  lynne lyra lyubov lyudmyla maame mabel mabli maciej mackenzie macsen madalin madalina madara maddison madge
  madhav madiha madison maegan maeve magdalena mahad maham mahamud mahbub mahbubur mahdi mahesh mahfuz mahir
  mahira mahmoud mahmuda mahmut mahnaz mahnoor mahsa mai maija mair mairi maisie maja majella majid maksym
  malachy malcolm malgorzata mali malik malwina mamadou mamata mamta mamun manal mandeep mandla mandy mani manik
  maninder manish manisha manjinder manjit manjot manjula manmohan manoj manpreet manreet mansi mansoor mansour
  mantas manuel manvir maqsood mara marc marcel marcela marcelo marcia marcin marco marcos marcus mared marek
  margaret margarida margarita margery marharyta mari maria mariama marian mariana marianne mariano maricel
  marie mariia marilena marilyn marin marina marinela mario mariola marion marios maris marites marium marius
  mariusz marjan marjorie mark marlena marlene marlon marsha marta martha martin martina martins martyna marvin
  marwa mary maryam maryan maryna marzena mason masood masoud masoumeh masud masum matas mate matej mateo mateus
  mateusz matias matilda matilde matteo matthew matyas maud maulik maureen maurice mauricio mavis mawuli max
  maxim maxine maxwell may maya mayank mazen mazhar mckenzie meena meera megan megha mehar mehdi mehmet mehran
  mehreen mehret mehrnaz mehul mehwish mei meiling meinir melanie melek melinda melissa meltem melvin memory
  menna mensnames mensnamesdrawrandom mercedes mercy meredith merhawi mert merve mervyn meryem mesut metin
  mhairi mia micah michael michaela michail michal michalis michele michelle mieczyslaw mieczyslawa mieszko
  migle miguel mihaela mihai mihaly mihret mikael mikail mikias miklos mila milad milagros milan milda mildred
  milena miles milind millicent millie milo mimoza min mina minahil minal mindaugas mine ming minh minji minjun
  mir mira mirabela mirac miranda mircea mire mirela miriam miroslav miroslava miroslaw miroslawa mirza misbah
  mishal mital mitesh mitica mitra mizan mizanur modestas modou modris modupe mohamed mohammad mohammed mohamud
  mohan mohinder mohit mohsin moin moira moiz mojtaba mollie molly momena momina momodou momtaz mona monica
  monika monique monir monowara montserrat monwara morag morayo morgan morteza moses mostafizur motiur moussa
  moyna mubarak mubashir mudassar muhammad mujibur mukasa mukesh mukhtiar mukta mukul mukund mulki mulu muna
  munashe muneeb munir munni muqaddas murad murat murdo muriel mursal murtaza murugan musa muse mushtaq muskaan
  muskan mustafa muthu muzammil mwajuma mwangi my myfanwy mykola mykyta myles myra myrtle
`
