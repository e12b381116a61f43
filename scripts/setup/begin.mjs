// Has to be readable for any Node, so that an old one gets a sentence and not a syntax error.
var OLDEST = [20, 12];

/** Goes on with `work` when this Node can begin; the programs themselves then run on the Node that npm brings. */
export function begin(work) {
  var version = process.versions.node.split(".").map(Number);
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return work();
  console.error(
    "\n✗ Node " +
      process.versions.node +
      " is too old: Node " +
      OLDEST.join(".") +
      " or newer is needed to begin.",
  );
  console.error(
    "  → Get one from https://nodejs.org, or with nvm: nvm install 24. Then run the command again.\n",
  );
  process.exitCode = 1;
}
