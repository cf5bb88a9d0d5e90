/** Runs at once, and again after a pause for all the calls in between; `now` does not wait for the pause. */
export function eager(run: () => void, pauseMs: number): (now?: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;

  function go(): void {
    again = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      if (again) go();
    }, pauseMs);
    run();
  }

  return (now = false) => {
    if (timer === undefined || now) go();
    else again = true;
  };
}
