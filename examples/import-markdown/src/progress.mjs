/** One line that fills up; on a pipe, a line for each tenth, so that logs stay readable. */
export function startProgress(title, total, stream = process.stderr) {
  let done = 0;
  let lastTenth = -1;
  const draw = () => {
    const share = total === 0 ? 1 : done / total;
    const tenth = Math.floor(share * 10);
    if (stream.isTTY) stream.write(`\r${title.padEnd(20)} ${bar(share)} ${done}/${total}`);
    else if (tenth !== lastTenth) stream.write(`${title}: ${done}/${total}\n`);
    lastTenth = tenth;
  };
  draw();
  return {
    step() {
      done += 1;
      draw();
    },
    end() {
      if (stream.isTTY) stream.write('\n');
    },
  };
}

function bar(share) {
  const filled = Math.round(share * 30);
  return `[${'█'.repeat(filled)}${'·'.repeat(30 - filled)}]`;
}
