/** Given names in use in Britain today, of all its cultures, folded, from A to G. Spellings and short forms stand in the groups beside. */
export const givenNamesAToG = `
  aadhya aakash aaliyah aamir aanya aarav aarohi aaron aarti aarya aba abba abbas abbey abdalla abdi abdikadir
  abdirahman abdul abdulkadir abdullah abdullahi abdur abeba abebe abel abena abhay abid abigail abul ace
  achieng ada adaeze adam adebayo adeel adel adele aden adeola adesola adewale adeyinka adil aditya adjoa adnan
  adrian adriana adrienne aduke advait adwoa afia afolabi afonso afsaneh aftab afua agim agne agnieszka ahmad
  ahmadullah ahmed ahmednur ahmet ahsan aidan aiden aiga aigars aija aikaterini aileen ailsa aimee ainars aisha
  aisling aivars ajay ajit ajmer akash akbar akhil akhtar akiko akin akinola akinyi akosua akram akshay akua
  akwasi alan alana alasdair alaw alaya alba albert alberto albie aldona aled aleena alejandra alejandro
  aleksander aleksandra alesha alessandro alessia alex alexandra alexandros alexandru alexis alfie alfred
  algirdas alhagie ali alice alicia alicja alina aline alisha alison aliyah alla allan alma alpesh alun alvaro
  alvin alyssa alzbeta ama amaan amadou amal aman amanda amandeep amani amanpreet amanuel amara amarjit amaya
  amber ameen ameera amelia amelie amin amina aminata aminul amir amira amit amita amjad amparo amr amrit
  amritpal amy ana anabia analyn anamul anand ananya anas anastasia anastasiia anastasios anatoliy anaya anca
  andras andre andrea andreas andreea andrei andres andrew andrii andris andrius andrzej anest anesu aneta anete
  anezka angad angel angela angeles angeliki angelo angharad angrez angus anh anika anil anisa anita anjali
  anjum ankit ann anna annabel annabelle anne annette antanas anthony anton antoni antonia antonio antonios
  antonis antra anurag anwar anya aoife april aqeel aqib araba arabella arben archibald archie ardit areeba
  arham aria ariana arianna arif arina arjan arjun arkadiusz arlene arlo arnav arnel arnis arnold arsalan arshad
  arshdeep arta artan artem arthur arti artur arturas arumugam arunas arvids arvind aryan asad asees asghar asha
  ashfaq ashish ashleigh ashley ashok ashraf ashton asif asim asma asmaa assumpta asta aster ata ataur
  athanasios athena athina atieno atif atticus attila attiq atul aubrey audra audrey audrius aurel aurelia
  aurelija aurora austeja austin autumn ava avani avneet avni avtar awa awais awale awil axel ayaan ayan ayanle
  ayden ayesha ayla aylin ayo ayodele ayomide ayotunde ayra ayse aysegul aysel ayub azad azadeh azam azeem azhar
  aziz azizur baaba babajide babar babatunde babirye badar bahar bahareh bahoz baiba bailey balaji balazs balbir
  baldev balint baljinder baljit balraj balwant balwinder bamidele banu baraka baran barbara baris barre barry
  bartlomiej bartosz bashir basil basit bassam bayo bear beata beatrice beatrix beatriz beau becky begum begw
  behnam behrouz behzad bekim bela belinda bella ben bence benedek benjamin bereket berfin berivan berk
  bernadette bernard beryl besnik beth bethan bethany bethlehem betsan betty beverley beyza bharat bharati
  bharti bhavesh bhavik bhavna bhupinder bianca bibi bich bijan bilal bile bill biniam binta bintou biodun bipin
  birhane birute bisi blake blanche blerim blerta blessing bo bobby bodhi bogdan bogumil boguslaw bohdan bola
  bolaji bolanle boleslaw bolu bongani bonnie borislav borys bozena bradley brandon branwen brayden breda brenda
  brendan brian bridget bridie bronagh bronislaw brooke bruce bruna bruno bryan bryony bujar bukola bunmi burak
  burcu burhan bushra busi busola busra caden cadi cai caio caitlin caleb callum camelia cameron camila camilla
  can canan candice caoimhe caolan carl carla carlos carlton carly carmel carmen carol carole carolina caroline
  carolyn carrie carter carys cassandra catalin catalina catarina catherine catrin catriona caua cayden cecil
  celia celina cem cemal cemile ceren cerys cesar ceyda cezary chandra chantelle chao charalambos charanjit
  charlene charles charlie charlotte charmaine cheikh chelsea cherry cheryl chetan chiamaka chiara chibuike
  chibuzo chichi chidera chidi chidiebere chidinma chiemeka chika chikezie chikodi chima chiming chinasa chinaza
  chinedu chinwe chinyere chioma chipo chirag chisom chizoba chloe chrisoula christian christina christine
  christopher christos chrysoula chukwudi chukwuemeka chukwuma chunwai cian ciara ciaran cihan cilla cillian
  claire clara clare clarence claude claudette claudia claudiu clifford clive clodagh codruta cody colin colleen
  colm comfort conceicao concepcion concepta connie connor conor constance constantin consuelo cooper cora coral
  corey corina cormac cornel cornelia cosmin costel costin courtney craig crina cristian cristina crystal csaba
  csilla cuong curtis cynthia cyril czeslaw czeslawa dace dafina dafydd dahir daiga daina dainius daisy daiva
  daksha dale dalia daljit dalvir damian damien damilola dan dana danguole daniel daniela danielle danish danut
  danuta danyal darcey darcie darcy dardan daria darina darius dariush dariusz darragh darren darshan darya
  daryl daud dave david davide davinder davoud dawid dawit dawn dawood dayo dean deanna debbie deborah debra
  declan dee deepa deepak deepika deirdre deji dele delia delilah della delroy delyth demi denes denis denisa
  denise deniz dennis denys deqa derek dermot derya desiree desislava desmond despina destiny dev devan devante
  devon dewi dexter dhananjay dheeraj dhruv diana diane diego diep dilan dilara dilek dilovan dilpreet dilys
  dimitar dimitra dimitrios dimitris dina dinesh diogo dionne dipa dipak dipen dipti dirie divya diya diyar
  dmitry dmytro doina dolly dolores domantas domingo dominic dominik dominika dominique donal donald donatas
  dong donika donna dora doreen dorin dorina doris dorota dorothy doru dottie dotun douglas dovile dovydas
  dragos drawrandom drew driton duale duarte duc dumitru duncan dung dusan duygu dwayne dylan dzifa eamon earl
  ebele ebenezer ebere ebo ebrima ebru ebuka ebun ecaterina echezona eda eddie edem eden edgaras edgardo edgars
  edit edita edith edmund edna eduardo eduards edward edwin edyta eesa efa efan efe efosa efua ege egidijus egle
  egzon ehsan eileen eilidh eimear eira ejaz ejike ekam ekaterina ekene ekrem ekua elaine eleanor elena eleni
  eleri elham elif elijah elin elina elira elis elisa eliza elizabeth ella ellen ellie elliemae elliot elliott
  ellis elmi elnaz eloise elsa elsie elspeth elvira elzbieta ema emaan eman emanuel emeka emel emil emilia
  emilija emilio emily emin emine emir emma emmanuel emrah emre emrys emyr enamul encarnacion engin enid eniko
  eniola enitan enrique enver enzo eoin ercan erdal erdem eric erica erika eriks erin erkan ermias ernest erol
  errol eryk erzsebet esa eshal esi esinam esma esmail esmatullah esme esosa esperanza esra essa esteban estelle
  esther eszter ethan ethel euan eugen eugene eugenia eugeniusz eunice eunji eurwen eva evaldas evan evangelia
  evangelos eve evelyn everton evie evita ewa ewan eylem eyob ezekiel ezinne ezra fabian fadi faduma fadumo
  fahad faheem fahim fahmida faisal faith faiz faiza fakhar fang fanta farah farai faraz farhad farhan farhana
  farhiya fariba farid farideh fariha faris farooq farshad faruk faruq farzad farzana fateh fatema fatemeh fatih
  fatima fatma fatmir fatos fatou fatoumata fatuma favour fay fayaz fazal fazlul federica federico fei felicia
  felicity feliks felipe felix femi ferenc fereshteh fereydoun fergal fergus ferhad ferhat feride fern fernanda
  fernando feroz feven feyza ffion fiifi fikret fikru filimon filip filipe filiz filmon filomena filsan finlay
  finley finn fintan fiona fionn fionnuala firas firat fitim flamur flavius floarea flora florence florent
  florentina florica florin fola folake folarin forough fotini fowzia fozia frances francesca francesco francis
  francisca francisco franciszek frank frankie fraser fred freda freddie freshta freya fruzsina fryderyk fumi
  funda funke funmi funmilayo gabija gabor gabriel gabriela gabriele gagandeep gail galina gamze ganesan ganesh
  gang gareth garth gary gaurav gavin gaynor gbemi gbenga gediminas geedi geeta gemma genet genowefa gentian
  geoffrey george georgeta georgi georgia georgiana georgina georgios geraint gerald geraldine gerard gerardo
  gergely germaine gertrude geta gethin geza ghada ghasem ghazal ghazala gheorghe ghulam giang giedre giedrius
  gift gifty gigi gilbert gillian gintaras gintare giorgia giorgos giovanni girish girma girts gita giulia
  giuseppe gizella gizem gladys glen glenda glenn glenys gloria glyn glynis goda godwin gokhan gokul golnaz
  gonca goncalo gonzalo gordon govind graca grace gracie gracious graeme graham grainne granit grant grazyna
  greg gregor gregory greta gruff gruffydd grzegorz guadalupe guilherme guillermo gul gulalai gulay gulcan guled
  gulistan gulsen guney gunta guntis gurbaksh gurcharan gurdeep gurdip gurjit gurkan gurleen gurmail gurmeet
  gurmit gurmukh gurnam gurpal gurpreet gursharan gurveer gurvinder gustavo guto guy gwawr gwen gwenda gwendolen
  gwenno gwyn gwyneth gyorgy gyula
`
