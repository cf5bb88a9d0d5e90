import { describe, expect, it } from '@jest/globals';
import { countWords } from '../../src/understanding/count-words.ts';
import { readChoice } from '../../src/understanding/read-choice.ts';
import { readNumber } from '../../src/understanding/read-number.ts';
import { readText } from '../../src/understanding/read-text.ts';
import { readYesNo } from '../../src/understanding/read-yes-no.ts';
import { realLists } from './real-lists.ts';

/** What people say in each language, as they text it: accents left out, short forms, romanised. */
const ANSWERS: Record<string, { yes: string[]; no: string[]; unknown: string[] }> = {
  ru: {
    yes: ['да', 'ага', 'угу', 'конечно', 'думаю да', 'да, могу', 'da', '👍'],
    no: ['нет', 'неа', 'не', 'не надо', 'нет спасибо', 'вряд ли', 'net'],
    unknown: ['не знаю', 'да нет', 'не уверена', 'может быть', 'что'],
  },
  ko: {
    yes: ['네', '넵', '응', 'ㅇㅇ', '맞아요', '그래요', '네 그래요', '당연하죠', '할 수 있어요'],
    no: ['아니요', '아니오', '아뇨', '아니', 'ㄴㄴ', '아닙니다', '싫어요', '없어요', '아니요 괜찮아요'],
    unknown: ['모르겠어요', '글쎄요', '아니면 뭐예요', '그래서 어떻게 해요', '잘 모르겠어요'],
  },
  zh: {
    yes: ['是', '是的', '对', '有', '可以', '好的', '嗯', '是的，我不能说话', '当然'],
    no: ['不', '不是', '没有', '沒有', '不要', '不用', '不方便'],
    unknown: ['不知道', '不确定', '有人在追我', '能告诉我你是谁吗', '要多少钱', '是不是'],
  },
  vi: {
    yes: ['có', 'đúng', 'đúng rồi', 'vâng', 'dạ', 'ừ', 'phải', 'co', 'dạ có', 'oke'],
    no: ['không', 'đừng', 'chưa', 'ko', 'khong', 'dạ không', 'không phải'],
    unknown: ['không biết', 'khong biet', 'cô ấy đang khóc', 'có ai không', 'dung', 'có người ở đây'],
  },
  tl: {
    yes: ['oo', 'opo', 'oo naman', 'sige po', 'yup', 'tama', 'meron po'],
    no: ['hindi', 'hindi po', 'di po', 'wala', 'ayoko', 'hinde', 'wag'],
    unknown: ['hindi ko alam', 'ewan ko', 'di ko sure', 'pwede ba', 'siguro'],
  },
  fr: {
    yes: ['oui', 'ouais', 'ui', "d'accord", 'bien sur', 'je crois que oui', 'oui merci'],
    no: ['non', 'nan', 'pas du tout', 'je crois pas', 'non merci', 'pas encore'],
    unknown: ['je sais pas', 'jsp', 'peut etre', 'oui et non', 'ça dépend'],
  },
  pt: {
    yes: ['sim', 's', 'claro', 'isso mesmo', 'aham', 'acho que sim', 'tenho sim'],
    no: ['não', 'nao', 'naum', 'acho que nao', 'ainda não', 'de jeito nenhum'],
    unknown: ['não sei', 'n sei', 'talvez', 'mais ou menos', 'sei lá'],
  },
  ar: {
    yes: ['نعم', 'ايوه', 'أيوة', 'اي', 'اكيد', 'طبعا', 'صح', '١', 'aywa'],
    no: ['لا', 'لأ', 'لا شكرا', 'ابدا', 'مافي', '٢', 'ما اقدر'],
    unknown: ['ما اعرف', 'مدري', 'مش عارفة', 'يمكن', 'اي وقت'],
  },
  ht: {
    yes: ['wi', 'wè', 'wi mèsi', 'se sa', 'dako', 'm kwè wi'],
    no: ['non', 'non mesi', 'poko', 'pa ditou', 'm pa vle'],
    unknown: ['m pa konnen', 'mwen pa konnen', 'petèt', 'm pa sèten'],
  },
};

describe.each(Object.entries(ANSWERS))('an answer in %s', (language, answers) => {
  it.each(Object.entries(answers).flatMap(([answer, texts]) => texts.map((text) => [text, answer])))(
    '%j is %s',
    (text, answer) => {
      expect(readYesNo(text, realLists, language)).toBe(answer);
    },
  );
});

it.each([
  ['we need help', 'en'],
  ['we are two', 'en'],
  ['we', 'en'],
  ['me duele', 'es'],
])('%j in %s is no word of another language', (text, language) => {
  expect(readYesNo(text, realLists, language)).toBe('unknown');
});

describe('safe', () => {
  it.each([
    ['en', 'im safe', 'im not safe'],
    ['es', 'estoy bien', 'no estoy a salvo'],
    ['ru', 'я в безопасности', 'я не в безопасности'],
    ['ko', '안전해요', '안전하지 않아요'],
    ['zh', '安全', '不安全'],
    ['vi', 'em an toàn', 'không an toàn'],
    ['tl', 'ligtas po ako', 'hindi po ligtas'],
    ['fr', 'je suis en sécurité', 'pas en sécurité'],
    ['pt', 'to segura', 'não estou segura'],
    ['ar', 'انا بأمان', 'مو بأمان'],
    ['ht', 'm an sekirite', 'm pa an sekirite'],
  ])('%s: %j is a no to danger and a yes to being safe, %j the other way round', (language, safe, unsafe) => {
    expect(readYesNo(safe, realLists, language, 'no')).toBe('no');
    expect(readYesNo(safe, realLists, language)).toBe('yes');
    expect(readYesNo(unsafe, realLists, language, 'no')).toBe('yes');
    expect(readYesNo(unsafe, realLists, language)).toBe('no');
  });

  it.each(['yes im safe', 'yes i am safe now', 'no im not safe'])('%j is asked again after danger', (text) => {
    expect(readYesNo(text, realLists, 'en', 'no')).toBe('unknown');
  });

  it('needs no yes or no beside it', () => {
    expect(readYesNo('no im safe', realLists, 'en', 'no')).toBe('no');
    expect(readYesNo('是的，安全', realLists, 'zh')).toBe('yes');
  });
});

describe('counting', () => {
  it.each([
    ['ru', 'двое', 2],
    ['ko', '세명이에요', 3],
    ['ko', '12명', 12],
    ['ko', '열다섯 살', 15],
    ['zh', '十二个人', 12],
    ['zh', '两个', 2],
    ['vi', 'mười hai', 12],
    ['fr', 'on est dix sept', 17],
    ['pt', 'somos três', 3],
    ['ar', 'احنا ثلاثة', 3],
    ['ar', '١٥', 15],
    ['ht', 'nou senk', 5],
    ['tl', 'tatlo kami', 3],
  ])('in %s %j is %s', (language, text, number) => {
    expect(readNumber(text, realLists, language)).toBe(number);
  });

  const options = ['one', 'two', 'three'].map((id) => ({ id, words: [id] }));
  it.each([
    ['ru', 'второй', 'two'],
    ['ru', 'вариант два', 'two'],
    ['ko', '2번이요', 'two'],
    ['ko', '두번째요', 'two'],
    ['zh', '第二个', 'two'],
    ['zh', '最后一个', 'three'],
    ['vi', 'cái thứ hai', 'two'],
    ['tl', 'ung una po', 'one'],
    ['fr', 'la troisième', 'three'],
    ['pt', 'a segunda', 'two'],
    ['ar', '٢', 'two'],
    ['ar', 'الثاني', 'two'],
    ['ht', 'dezyèm nan', 'two'],
  ])('in %s %j picks option %s', (language, text, id) => {
    expect(readChoice(text, options, realLists, language)).toBe(id);
  });
});

const INTENTS: Record<string, Record<string, string[]>> = {
  person: {
    ru: ['поговорить с человеком', 'хочу поговорить с кем нибудь', 'оператор', 'есть кто живой'],
    ko: ['사람과 이야기', '사람과 이야기하고 싶어요', '상담원 연결해주세요', '상담사랑 통화하고 싶어요', '누구 없어요'],
    zh: ['转人工', '我想跟真人说话', '找人工客服', '有人吗', '我要真人'],
    vi: ['nói chuyện với người thật', 'cho em gặp nhân viên', 'có ai ở đó không', 'noi chuyen voi nguoi that'],
    tl: ['gusto ko makausap ng tao', 'totoong tao po', 'pwede po ba akong tawagan'],
    fr: ['personne', 'je veux parler à une personne', 'un conseiller svp', 'appelez moi'],
    pt: ['quero falar com uma pessoa', 'atendente', 'me liga', 'falar com alguém'],
    ar: ['بدي احكي مع شخص', 'اكلم موظف', 'اتصلوا فيني', 'في حدا'],
    ht: ['m vle pale ak yon moun', 'yon vre moun', 'rele m', 'pale ak yon konseye'],
  },
  'bot-question': {
    ru: ['вы бот?', 'это бот или человек', 'вы живой человек'],
    ko: ['봇인가요 사람인가요', '봇이에요?', '사람이에요?', '로봇인가요', '진짜 사람인가요'],
    zh: ['你是机器人吗', '是真人还是机器人', '你是人还是机器', '我在跟谁聊天'],
    vi: ['bạn là người hay máy', 'đây là bot hả', 'có phải người thật không'],
    tl: ['tao ba to o bot', 'bot ka ba', 'totoong tao po ba kayo'],
    fr: ['vous êtes un robot', 'tu es une vraie personne', "c'est un bot ou un humain"],
    pt: ['você é um robô?', 'vc é uma pessoa', 'é robô ou pessoa'],
    ar: ['انت روبوت ولا انسان', 'هل انت شخص حقيقي', 'بوت ولا شخص'],
    ht: ['eske ou se yon robo', 'se yon vre moun'],
  },
  hold: {
    ru: ['подожди', 'он пришел', 'не могу сейчас говорить'],
    ko: ['잠깐만요', '나중에 할게요', '남편이 왔어요', '지금 말 못해요'],
    zh: ['等一下', '他回来了', '现在不方便说话', '晚点说'],
    vi: ['chờ chút', 'nó về rồi', 'bận rồi'],
    tl: ['sandali lang po', 'andito na sya', 'mamaya na po'],
    fr: ['attendez', 'il est là', 'je peux pas parler', 'plus tard'],
    pt: ['espera aí', 'ele chegou', 'não posso falar agora', 'já volto'],
    ar: ['لحظة', 'هو رجع', 'ما اقدر اتكلم', 'بعدين'],
    ht: ['tann', 'li tounen', 'm pa ka pale kounya', 'pita'],
  },
  delete: {
    ru: ['удалите все мои сообщения', 'сотрите все'],
    ko: ['다 지워주세요', '대화 내용 삭제해 주세요'],
    zh: ['删除我的记录', '全部删除'],
    vi: ['xóa hết tin nhắn', 'xóa giùm'],
    tl: ['burahin nyo lahat'],
    fr: ['effacez tout', 'supprimez mes messages'],
    pt: ['apaga tudo', 'apague minhas mensagens'],
    ar: ['احذفوا كل شيء', 'امسحي رسائلي'],
    ht: ['efase tout mesaj yo', 'siprime tout'],
  },
  closing: {
    ru: ['спасибо', 'понятно, спасибо'],
    ko: ['감사합니다', '알겠습니다'],
    zh: ['谢谢', '知道了'],
    vi: ['cảm ơn nhiều', 'dạ hiểu rồi'],
    tl: ['salamat po', 'yun lang po'],
    fr: ['merci beaucoup', "c'est tout"],
    pt: ['obrigada', 'beleza'],
    ar: ['شكرا كتير', 'يعطيكم العافية'],
    ht: ['mèsi anpil', 'oke mèsi'],
  },
};

describe.each(Object.entries(INTENTS))('the wish %s', (intent, texts) => {
  it.each(Object.entries(texts).flatMap(([language, some]) => some.map((text) => [language, text])))(
    'in %s: %j',
    (language, text) => {
      const reading = readText(text, realLists, language);
      expect(reading).toMatchObject({ intent, stopRequest: false });
    },
  );
});

it.each([
  ['vi', 'bạn tôi', undefined],
  ['tl', 'baguhin', undefined],
  ['ko', '사람이 죽었어요', undefined],
  ['zh', '他不让我跟人说话', undefined],
])('in %s %j wishes for %s', (language, text, intent) => {
  expect(readText(text, realLists, language).intent).toBe(intent);
});

it.each([
  ['ko', '자살하고 싶어요'],
  ['vi', 'tôi muốn tự tử'],
  ['vi', 'toi muon tu tu'],
  ['zh', '我想自杀'],
  ['ru', 'хочу убить себя'],
  ['fr', 'je veux me suicider'],
  ['pt', 'quero me matar'],
  ['ar', 'بدي انتحر'],
  ['ht', 'm vle touye tèt mwen'],
  ['tl', 'gusto ko magpakamatay'],
])('in %s %j is about the own life', (language, text) => {
  expect(readText(text, realLists, language)).toMatchObject({ language, danger: { selfHarm: true } });
});

it.each([
  ['ru', 'русский'],
  ['ko', '한국어'],
  ['ko', '한국어로 해주세요'],
  ['zh', '中文'],
  ['zh', '可以说中文吗'],
  ['vi', 'tiếng việt'],
  ['vi', 'tieng viet'],
  ['tl', 'tagalog'],
  ['tl', 'pwede po ba tagalog'],
  ['fr', 'français'],
  ['fr', 'francais svp'],
  ['pt', 'português'],
  ['pt', 'fala portugues?'],
  ['ar', 'عربي'],
  ['ar', 'العربية'],
  ['ht', 'kreyòl'],
  ['ht', 'kreyol ayisyen'],
])('%s is asked for by %j', (language, text) => {
  expect(readText(text, realLists, 'en').languageRequest).toBe(language);
});

it.each([
  ['ru', 'menya zaperli v kvartire pomogite pozhaluysta'],
  ['ru', 'сколько стоит звонок'],
  ['uk', 'допоможіть мене тримають у квартирі'],
  ['ar', 'انا فوق السطح وراح ارمي نفسي'],
  ['fa', 'کمک کنید او مرا در خانه زندانی کرده است'],
  ['ja', '部屋に閉じ込められています'],
  ['zh', '我不会说英文'],
  ['vi', 'cho hoi co ai noi tieng viet khong'],
  ['it', 'aiutatemi sono chiusa in una stanza e non posso uscire'],
  ['pl', 'pomocy jestem zamknięta w pokoju i nie mogę wyjść'],
])('%s is heard in %j', (language, text) => {
  expect(readText(text, realLists, 'en').language).toBe(language);
});

it.each([
  ['en', 'he locked me in', 4],
  ['zh', '我不会说英文', 4],
  ['zh', 'ok thanks 谢谢 bye', 1],
  ['ko', '저는 영어를 못해요', 4],
  ['ko', '네 알겠어요', 2],
  ['en', "don't go", 2],
  ['ru', '', 0],
])('in %s %j is as long as %s words', (language, text, words) => {
  expect(countWords(text, language)).toBe(words);
});
