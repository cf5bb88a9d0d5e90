import { describe, expect, it } from '@jest/globals';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

const read = (text: string) => readText(text, realLists, 'en');

describe('asking for the texts again', () => {
  it.each([
    'could you start texting me again, i quit by accident',
    'oops i sent stop by mistake',
    'i left in march. i would like to get your texts again',
    'cancelé los mensajes sin querer',
    'vuelvan a escribirme por favor',
    'je voudrais recevoir vos messages à nouveau',
    'voltem a me enviar as mensagens',
    'm ta renmen resevwa mesaj yo ankò',
    'хочу снова получать ваши сообщения',
    'اريد استلام رسائلكم من جديد',
    '실수로 수신거부 눌렀어요',
    '请恢复短信',
    'tôi lỡ bấm dừng',
    'gusto ko ulit makatanggap ng text',
  ])('%j', (text) => {
    expect(read(text)).toMatchObject({ keyword: 'start', danger: { level: 'none' } });
  });

  it.each([
    'do not text me again',
    'he started texting me again',
    'no me vuelvan a mandar mensajes',
    "ne m'envoyez plus de messages",
    'não quero receber mensagens de novo',
    'pa voye mesaj ban m ankò',
    'не присылайте мне сообщения снова',
    '다시는 문자 보내지 마세요',
    '不要再给我发短信',
    'đừng nhắn tin cho tôi lại',
    'huwag na kayong mag text ulit',
  ])('is not %j', (text) => {
    expect(read(text).keyword).not.toBe('start');
  });
});

describe('asking for an end in a sentence', () => {
  it.each([
    'get me removed from this list',
    'could you not message this number',
    'saquen mi número de su lista',
    'supprimez mon numéro de votre liste svp',
    'tirem meu telefone da lista',
    'retire nimewo m sou lis la',
    'удалите мой номер из вашей базы',
    'لا تبعتولي رسائل',
    '제 번호 지워 주세요',
    '把我的号码从名单删掉',
    'xóa số của tôi đi',
    'alisin nyo po ang number ko',
  ])('%j', (text) => {
    expect(read(text)).toMatchObject({ stopRequest: true, keyword: undefined });
  });
});

describe('asking that somebody else is not told, or not to be sent away', () => {
  it.each([
    'get me off this boat',
    'no me manden a la policia',
    'ne contactez pas mon mari',
    'pa voye m tounen',
    'لا تكتبوا لزوجي',
    '경찰에 연락 하지 마세요',
    '别联系我父母',
    'đừng gửi cảnh sát tới',
    'não mandem a polícia',
    'не пишите моему мужу',
    'wag nyo kontakin ang asawa ko',
  ])('asks for no end: %j', (text) => {
    expect(read(text)).toMatchObject({ stopRequest: false, keyword: undefined });
  });
});
