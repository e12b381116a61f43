// Stryker leaves the names of places to die at alone: they mean nothing to the shop, and scripts/crash-points.mjs, which is
// tested, holds the list of them against the source.
const failpoints = {
  shouldIgnore(path) {
    if (path.isCallExpression() && path.node.callee.name === "failpoint") return "a place to die at";
    return undefined;
  },
};

export const strykerPlugins = [{ kind: "Ignore", name: "failpoints", value: failpoints }];
