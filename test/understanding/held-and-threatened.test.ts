import { describe, expect, it } from '@jest/globals';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

/** What the lists say of a text: the names of the rules that fired. The model's own words are left out. */
function rules(text: string): (string | undefined)[] {
  const { words } = readText(text, realLists, 'en').danger;
  return words.map((one) => one.split(':')[0]).filter((rule) => rule !== 'weighed');
}

const HEARD: Record<string, string[]> = {
  held: [
    'captain lock 3 of us under deck since yesterday',
    'boss lock us in the kitchen every night',
    'no way out of this basement',
    'el capitan nos encerro abajo desde ayer',
    'no hay salida de este sotano',
    'le capitaine nous a enfermés sous le pont',
    'aucun moyen de sortir de cette cave',
    'kaptenn nan fèmen nou anba depi yè',
    'não tem como sair desse porão',
    'капитан запер нас троих под палубой',
    '선장이 우리 셋을 갑판 아래에 가뒀어요',
    'kinulong kami ng kapitan sa ilalim',
    'walang paraan para makalabas sa basement',
    'thuyền trưởng nhốt ba đứa tụi em dưới boong',
    'không có cách nào ra khỏi tầng hầm này',
    '船长把我们三个人锁在甲板下面',
    '没有办法离开这个地下室',
    'القبطان حبسنا تحت من امبارح',
    'ما في مخرج من هالقبو',
  ],
  'death-threat': [
    'he say first one who leave he shoot',
    'guard say who run he kill',
    'dijo que al que se salga le dispara',
    'il a dit que le premier qui part il le tire',
    'premye moun ki pati l ap tire l',
    'disse que o primeiro que sair ele atira',
    'сказал кто уйдет того застрелит',
    '나가는 사람은 쏜대요',
    'sabi niya unang aalis babarilin niya',
    'nó nói đứa nào bỏ đi nó bắn',
    '他说谁敢跑就开枪',
    'قال اللي يهرب رح يطلق عليه',
  ],
  weapon: [
    'theyre really at the door w bats',
    'two guys outside my door with a hammer',
    'he has a baseball bat',
    'estan en la puerta con bates',
    'ils sont devant la porte avec des battes',
    'yo nan pòt la ak baton',
    'eles estão na porta com tacos',
    'они стоят у двери с битами',
    '문 앞에 야구방망이 들고 있어요',
    'nasa pinto na sila may dalang martilyo',
    'họ đứng trước cửa cầm gậy bóng chày',
    '他们在门口拿着棒球棍',
    'هم على الباب معهم عصي',
  ],
  suicide: [
    'i took all my pills',
    'me tome todas las pastillas',
    "j'ai avalé toutes mes pilules",
    'mwen bwè tout grenn yo',
    'tomei todos os remédios',
    'я выпила все таблетки',
    '약 다 먹었어요',
    'ininom ko lahat ng gamot',
    'em uống hết thuốc rồi',
    '药都吃了',
    'بلعت كل الحبوب',
  ],
  groomed: ['he messaged me when i was 12 and i still have to see him'],
  'minor-older-money': ['my stepdaughter (17) goes w a man in his 30s, comes home with cash and a second phone'],
  'minor-speaks': ['con bé chừng 14 tuổi làm ở quán karaoke'],
};

const HARMLESS = [
  'no way out of this lease',
  'whoever leaves last turns off the lights',
  'anyone who leaves early kills the mood',
  'my boss keeps us in the loop',
  'he locks up the shop at night',
  'i play baseball with my kids',
  'the plumber is at the door with a pipe wrench',
  'my son comes home with cash from mowing lawns',
  'el que se va pierde',
  'tome mis vitaminas',
  'uống hết ly cà phê rồi',
  '药都在哪里买',
];

describe('the lists themselves', () => {
  it.each(Object.entries(HEARD).flatMap(([rule, texts]) => texts.map((text) => [rule, text] as const)))(
    'hear %s in %j',
    (rule, text) => expect(rules(text)).toContain(rule),
  );

  it.each(HARMLESS)('hear none of these in %j', (text) => {
    expect(rules(text).filter((rule) => rule !== undefined && Object.hasOwn(HEARD, rule))).toEqual([]);
  });
});
