let screen = '';
let rung = false;

function show(): void {
  document.title = `${rung ? '● ' : ''}${screen === '' ? '' : `${screen} · `}Lantern`;
}

export function setScreenTitle(title: string): void {
  screen = title;
  show();
}

/** A mark that somebody waits, and nothing of who: others may see the tabs. */
export function setTitleRung(on: boolean): void {
  rung = on;
  show();
}
