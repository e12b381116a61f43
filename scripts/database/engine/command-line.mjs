/** Reads the options that Prisma gives its engine; those that it does not need, each with a value, are passed over. */
export function readCommandLine(args) {
  const read = { wantsVersion: false, command: [], datamodels: [], datasource: undefined };
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (word === "--version" || word === "-V") read.wantsVersion = true;
    else if (word === "--datamodels") read.datamodels.push(args[++i]);
    else if (word === "--datasource") read.datasource = JSON.parse(args[++i]);
    else if (word.startsWith("--")) i++;
    else read.command.push(word);
  }
  return read;
}
