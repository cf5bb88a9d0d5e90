import { readText } from '../understanding/read-text.ts';
import type { PublishedSet } from './published-set.ts';

/** Whether a text by itself may be of somebody in danger. It tells who is thought about first, and nothing else. */
export function soundsUrgent(text: string, { lists, profile }: PublishedSet): boolean {
  const { danger, intent } = readText(text, lists, profile.defaultLanguage);
  return danger.level !== 'none' || danger.unsure || intent === 'emergency-number';
}
