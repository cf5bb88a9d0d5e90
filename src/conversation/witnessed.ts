import { matchTopic } from '../understanding/match-topic.ts';
import type { Reading } from '../understanding/read-text.ts';
import type { DangerEvent } from './event.ts';
import { WEIGHED } from './interpret.ts';
import type { Scene } from './scene.ts';

/** The topic of whoever wants to report what they know. */
const REPORT = 'tip';
/** A call for a person goes out whatever this says, so it need not be surer. */
const LIKELY = 0.4;

/**
 * Danger as a witness tells of it: with what else the text is, the answer to an open question or the wish to report. It is told of
 * where it is a child's, or where the text reads as a report; danger to oneself never is, and danger now only where no list knows it.
 */
export function witnessed(event: DangerEvent, text: string, reading: Reading, scene: Scene): DangerEvent {
  const { at, root, context, question, set } = scene;
  if (root !== 'bot' || context.aside !== undefined || event.selfHarm || event.level === 'unsure') return event;
  const reports = () => matchTopic(text, set.topics, context.language, LIKELY)?.id === REPORT;
  const weighed = reading.danger.words.at(-1)?.startsWith(WEIGHED) === true;
  const told = (question?.witness && event.minor) || reports();
  if (event.level === 'imminent' && !(weighed && told)) return event;
  if (question?.witness) return told ? { ...event, witness: true } : event;
  if (!event.minor || context.minor || !set.topicSteps.has(REPORT) || !reports()) return event;
  return { ...event, report: { type: 'TOPIC', at, id: REPORT, text } };
}
