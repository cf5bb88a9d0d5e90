import { describe, expect, it } from '@jest/globals';
import { languagesHeard } from '../../src/understanding/languages-heard.ts';
import { normalise } from '../../src/understanding/normalise.ts';
import type { Danger } from '../../src/understanding/read-danger.ts';
import { readDanger } from '../../src/understanding/read-danger.ts';
import { readLanguage } from '../../src/understanding/read-language.ts';
import { scan } from '../../src/understanding/scan.ts';
import { tokenise } from '../../src/understanding/tokens.ts';
import { realLists } from './real-lists.ts';

/** What the lists say by themselves: the model's weights change with every training, these do not. */
function listed(text: string): Danger {
  const { plain } = normalise(text);
  const tokens = tokenise(plain);
  const scans = [...realLists.languages.values()].map((one) => scan(one, tokens, realLists));
  return readDanger(languagesHeard(scans, readLanguage(plain, scans, realLists, 'en')));
}

const HARMLESS: Record<string, string[]> = {
  'violence and hunting that are denied': [
    'nobody is following me, i checked',
    'nadie me golpea ni me sigue, gracias',
    'no trae pistola, solo grita por el futbol',
    'personne ne me frappe ici',
    'okenn moun pa bat mwen isit',
    'yo pa t ap kouri dèyè m',
    'ninguém tá me seguindo não',
    'ele não tem arma nenhuma',
    'никто меня не бьёт',
    '때리는 사람은 없어요',
    'hindi naman po nila ako hinahabol',
    'hong có ai đánh tui hết',
    'không có dao đâu',
    '从来没有人打过我',
    '没有枪也没有刀',
    'ما حدا عم يضربني',
    'لا ما معه سكين',
  ],
  'prices, heat, hunger and work that only seem to kill': [
    'inflation is strangling all of us',
    'being chased by bills this month',
    'me mataron con la factura de la luz',
    'esta resaca me está matando',
    'on va crever de chaud sans clim',
    'pri gaz la ap trangle nou',
    'o aluguel tá me sufocando',
    'ипотека нас просто душит',
    '월세가 사람 잡네',
    'mamamatay na ako sa lamig dito',
    'giá xăng giết tui rồi',
    '期末要杀了我',
    'الاسعار بتخنقنا',
  ],
  'matches and games': [
    'we got slaughtered out there, 7 0 at home',
    'they shot me again in valorant, my squad is useless',
    'perdimos la final, nos mataron en el segundo tiempo',
    'on joue à cache cache, je suis cachée dans le placard, escape game après',
    'меня опять убили в доте',
    '배그 하는데 적팀이 총들고 쫓아와',
    'leo rank mà bị đâm hoài',
    '打王者又被追杀 队友太坑',
  ],
  'jokes and frights that people pay for': [
    'i wanted to die on that roller coaster',
    'she said she would kill me, it was a joke',
    'era broma lo de la pistola',
    'cétait une blague le coup du couteau',
    'era brincadeira isso da faca',
    'phải báo công an quá',
    '再卖萌我就报警了',
  ],
  'pets and kitchens': [
    'my parrot screams help all day',
    'mi perico se escapó y anda escondido',
    'ma perruche est cachée dans un arbre, elle sest enfuie',
    'meu gato fugiu de casa ontem',
    'наш кот спрятался от пылесоса',
    '우리 고양이가 옷장에 숨었어요',
    'nakawala ang manok namin',
    '小猫躲在沙发下面',
    'corto la cebolla con el cuchillo nuevo',
    'tinaga ko ang karne para sa sinigang',
    'جرحت يدي بالسكين وانا بطبخ',
  ],
  'plans and preparations': [
    'i have a plan and everything i need for the garden',
    'tengo todo listo para irme de vacaciones',
    'tudo pronto pra festa de hoje',
    'всё готово к празднику сегодня',
    '계획 다 세웠고 준비 끝났어요 여행 가요',
    'mọi thứ chuẩn bị xong rồi, tối nay liên hoan',
    'handa na lahat para sa party mamaya',
    '东西都准备好了 明天搬家',
    'tout bagay pare pou fèt la',
    'كل شي جاهز للعرس',
    'they took my order 20 minutes ago',
    '车掉头了 我们回家',
  ],
  'words inside other words': [
    'saí do grupo da academia',
    'o ônibus sai às oito',
    '这是我小孩的作业',
    '我出差回来了',
    'em kể nó nghe chuyện trường lớp',
    'chồng tôi giới thiệu số này',
    'bố tôi mới về hưu',
    'me sigue gustando el café',
    'kè m ap bat lè m ap kouri',
    '만두 빚어 먹자',
    '주사 맞고 왔어요',
    '월급이 통장에 들어오고 있어요',
  ],
};

const IMMINENT: Record<string, string[]> = {
  held: [
    'trapped at his place',
    'im locked in a motel room',
    'encerrada en su casa',
    'séquestrée chez lui',
    'trancada na casa dele',
    'меня заперли у него дома',
    '그 남자 집에 갇혔어',
    'nakakulong ako sa bahay niya',
    'em bị nhốt trong phòng nó',
    '被锁在他家',
    'محبوسة ببيته',
    'yo fèmen m nan yon chanm',
  ],
  medical: [
    'i think shes overdosing',
    'creo que es una sobredosis',
    'elle fait une overdose',
    'acho que é overdose',
    'кажется передоз',
    '약물 과다복용한 것 같아요',
    'na overdose yata siya',
    'hình như nó bị quá liều',
    '她吸毒过量了',
    'شكله جرعة زائدة',
    'zanmi m fè overdose',
  ],
  suicide: [
    'i made a plan and have everything i need',
    'tengo un plan y las pastillas',
    'jai un plan et tout ce quil faut',
    'tenho um plano e os remédios',
    'есть план и таблетки',
    'ready na lahat, lubid, paalam',
    'dây chuẩn bị xong rồi, vĩnh biệt',
    '今晚就结束吧',
    'عندي خطة ومعي الحبوب',
    'grenn yo tou pare, orevwa',
    '밧줄 준비했어요',
  ],
  abducted: [
    'a man grabbed my sister off the street',
    'they took my son 10 minutes ago',
    'se llevaron a mi hijo hace 10 minutos',
    'ils ont emmené ma fille il y a 10 minutes',
    'levaram meu filho faz 10 minutos',
    'забрали мою дочь 10 минут назад',
    '방금 애를 끌고 갔어요',
    'kinuha nila ang anak ko kanina lang',
    '我女儿刚刚被人抱走',
    'اخذوا بنتي قبل دقيقة',
    'yo pran pitit mwen kounye a',
  ],
  hunted: [
    'cars driving around asking for me',
    'andan preguntando por mí en la cuadra',
    'leur voiture a fait demi tour',
    'os capangas tão me procurando',
    'их машина разворачивается',
    '조폭들이 저를 찾고 있어요',
    'nagtatanong sila kung nasaan ako',
    'nó cho người tìm em',
    '他派人来抓我',
    'رجاله عم يدوروا علي',
    'li voye nèg chèche m',
  ],
  weapon: ['칼들고있어', '총들고 왔어', '식칼을 들고 서 있어요'],
  'under-attack': [
    'mi marido me está cagando a trompadas',
    'mi novio me está madreando',
    'me está sacando la cresta',
    'me anda dando una golpiza',
    'ele tá me enchendo de porrada',
    'mon mec me tabasse en ce moment',
    'راه كيضربني',
  ],
  'calls-for-911': ['عاونوني', 'عتقوني عافاكم', '3awnouni'],
  'collapsed-and-no-ambulance': [
    'coworker passed out. boss wont let us call an ambulance',
    'se desmayó mi compañera. el patrón no deja llamar a la ambulancia',
    'il est inconscient. le patron refuse quon appelle le samu',
    'zanmi m pèdi konesans. patwon an pa vle nou rele anbilans',
    'ela desmaiou. o patrão não deixa chamar o samu',
    'он упал с лесов. хозяин не дает вызвать скорую',
    '동료가 쓰러졌어요. 사장이 119 못 부르게 해요',
    'hinimatay siya. ayaw ng amo tumawag ng ambulansya',
    'chị ấy ngất rồi. chủ không cho gọi cấp cứu',
    '同事昏倒了。老板不让叫救护车',
    'زميلتي اغمي عليها. الكفيل ما يخلينا نتصل بالاسعاف',
  ],
};

const CRISIS = [
  'somebody please listen to me',
  'que alguien me escuche por favor',
  'quelquun peut mécouter svp',
  'yon moun koute m tanpri',
  'alguém me escuta por favor',
  'кто нибудь выслушайте меня',
  '제발 누가 제 얘기 좀 들어주세요',
  'sana may makinig sa akin',
  'ai đó nghe em nói với',
  '有没有人能听我说说话',
  'حدا يسمعني بليز',
];

describe('the lists alone', () => {
  it.each(Object.entries(HARMLESS).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
    'raise no alarm over %s: %j',
    (_, text) => expect(listed(text)).toMatchObject({ level: 'none' }),
  );

  it.each(Object.entries(IMMINENT).flatMap(([rule, texts]) => texts.map((text) => [rule, text] as const)))(
    'hear %s in %j',
    (rule, text) => {
      const { level, words } = listed(text);
      expect(level).toBe('imminent');
      expect(words.map((one) => one.split(':')[0])).toContain(rule);
    },
  );

  it.each(CRISIS)('hear who asks to be heard: %j', (text) => {
    expect(listed(text).level).toBe('crisis');
  });

  it.each([
    'he beat me years ago and now he is outside with a gun',
    'nadie me cree, mi marido me está pegando ahora',
    'my puppy is fine but he has a knife',
    'ninguém me ajuda, ele tá com uma faca',
    '以前没人管 现在他拿着刀',
    'hindi ko na kaya, sinasaktan nya ako ngayon',
    'he shot my dog and im hiding in the closet',
    'mató a mi perro y estoy escondida',
    'no lo digo de broma, tiene una pistola',
    'o time perdeu e ele tá me batendo',
    'on va mourir si on sort',
    '야구방망이로 때리고 있어요',
    '문을 발로 차고 있어요',
    '남편이 저를 죽이려고 작정했어요',
    '已经逃出来了 他们在追我',
    'walang paraan palabas ng basement',
    'boss nhốt em trong kho',
    'dépi m soti lakay, misye ap swiv m',
    'спартак проиграл и муж меня бьет',
    'هربت والحين يلاحقوني',
  ])('still hear the danger in %j', (text) => {
    expect(listed(text).level).toBe('imminent');
  });
});
