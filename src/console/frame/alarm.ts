/** Two rising notes, twice: heard across a room, and not taken for a phone. */
const NOTES = [
  { at: 0, hertz: 660 },
  { at: 0.16, hertz: 880 },
  { at: 0.5, hertz: 660 },
  { at: 0.66, hertz: 880 },
];
const LOUD = 0.35;
const NOTE_S = 0.15;

let context: AudioContext | undefined;

/** Plays the alarm. False when the browser keeps the page silent because nobody has touched it yet. */
export async function playAlarm(): Promise<boolean> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await Promise.race([context.resume(), pause(200)]);
  if (context.state !== 'running') return false;
  for (const { at, hertz } of NOTES) playNote(context, context.currentTime + at, hertz);
  return true;
}

function playNote(audio: AudioContext, at: number, hertz: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.frequency.value = hertz;
  tone.type = 'triangle';
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
