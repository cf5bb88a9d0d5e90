import { describe, expect, it } from '@jest/globals';
import { readServices } from '../../src/understanding/read-services.ts';
import { realServices } from './real-places.ts';

const read = (text: string) => readServices(text, realServices);

describe('readServices', () => {
  it.each([
    ['got a bed tonight?', ['shelter']],
    ['free laywer', ['legal']],
    ['u visa lawyer', ['legal', 'immigration']],
    ['help with a green card', ['immigration']],
    ['caseworker', ['case-management']],
    ['crisis response near me', ['crisis-intervention']],
    ['can a person come get me out', ['extraction']],
    ['uber to the shelter', ['transportation']],
    ['victim advocate', ['advocacy']],
    ['somebody to talk to about what happened', ['counseling']],
    ['will anyone go to court with me', ['accompaniment']],
    ['which organizations do this', ['referrals']],
    ['a dentist and diapers', ['other']],
    ['a shelter and a therapist', ['shelter', 'counseling']],
  ])('%j', (text, services) => {
    expect(read(text)).toEqual(services);
  });

  it.each([
    ['es', 'donde puedo dormir', ['shelter']],
    ['ru', 'нужен юрист', ['legal']],
    ['ko', '쉼터가 필요해요', ['shelter']],
    ['zh', '我要找律师', ['legal']],
    ['vi', 'cần luật sư di trú', ['legal', 'immigration']],
    ['tl', 'kailangan ko ng matutuluyan', ['shelter']],
    ['fr', 'un avocat svp', ['legal']],
    ['pt', 'preciso de psicóloga', ['counseling']],
    ['ar', 'احتاج محامي', ['legal']],
    ['ht', 'm bezwen yon avoka', ['legal']],
  ])('reads %s', (_, text, services) => {
    expect(read(text)).toEqual(services);
  });

  it.each([
    ['extraction', 'can someone drive over and bring my niece out of that ranch', ['extraction']],
    ['extraction', 'go pull them off his boat', ['extraction']],
    ['accompaniment', 'someone to stand next to my uncle at the hearing', ['accompaniment']],
    ['accompaniment', 'i am scared to walk into court alone', ['accompaniment']],
    ['transportation', 'is there a way to get to it', ['transportation']],
    ['case-management', 'one person who stays on top of my case', ['case-management']],
    ['crisis-intervention', 'phone number of the crisis team', ['crisis-intervention']],
    ['immigration', 'renewing visas', ['immigration']],
    ['es', 'vayan a sacar a mi sobrino de ese campo', ['extraction']],
    ['es', 'alguien que entre con mi tia a la corte', ['accompaniment']],
    ['fr', 'venez sortir ma soeur de cette maison', ['extraction']],
    ['pt', 'alguem pra ficar comigo no tribunal', ['accompaniment']],
    ['ht', 'vin tire frè m nan kay sa a', ['extraction']],
    ['ru', 'пусть кто нибудь вытащит брата оттуда', ['extraction']],
    ['ar', 'محتاجة مساعدة بالفيزا', ['immigration']],
    ['ar', 'وطبيب اسنان', ['other']],
    ['ko', '옆에 있어 줄 사람', ['accompaniment']],
    ['zh', '派人去带我姐姐出来', ['extraction']],
    ['vi', 'ai ngồi cạnh tôi ở tòa', ['accompaniment']],
    ['tl', 'pakikuha at ilabas ang kapatid ko', ['extraction']],
  ])('hears %s in "%s"', (_, text, services) => {
    expect(read(text)).toEqual(services);
  });

  it.each([
    ['i already have a lawyer, just need a bed', ['shelter']],
    ['she has a therapist already. food please', ['other']],
    ['ya tengo abogada, busco terapia', ['counseling']],
    ["j'ai déjà un avocat, il me faut un lit", ['shelter']],
    ['у меня уже есть юрист, нужен переводчик', ['other']],
  ])('asks for nothing that is there already: %j', (text, services) => {
    expect(read(text)).toEqual(services);
  });

  it('takes no short word for what it means in a language that is not spoken', () => {
    expect(read('they will not let him go')).toEqual([]);
  });

  it('lets a comma part what is asked for', () => {
    expect(read('someone to come with me, drive me there')).toEqual(['transportation', 'accompaniment']);
  });

  it.each([
    ['who writes', 'attorney here'],
    ['what was taken', 'he took my passport'],
    ['a helper had already', 'my lawyer said no'],
    ['thanks', 'ok thank you'],
    ['nothing', ''],
  ])('asks for nothing: %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads a ride to a shelter as a ride, and a list of shelters as shelters', () => {
    expect(read('a ride to the shelter')).toEqual(['transportation']);
    expect(read('a list of shelters')).toEqual(['shelter']);
  });
});
