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
