// PostgreSQL refuses to run as root, and in many containers everybody is root.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { inData, isRoot } from "../setup/project.mjs";

const NOBODY = 65534;
const namespace = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];

const asIs = { command: (program, args) => [program, args], owner: undefined };
const inNamespace = {
  command: (program, args) => ["unshare", [...namespace, program, ...args]],
  owner: undefined,
};
const as = (uid, gid) => ({ ...asIs, owner: { uid, gid } });

/**
 * Who runs PostgreSQL on the data in `folder`: ourselves; or, when we are root, the data's owner, else a user namespace in
 * which root is called `nobody` (the files stay root's own), else the real account `nobody`.
 */
export function accountFor(folder) {
  if (!isRoot) return asIs;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return as(uid, gid);
  if (spawnSync("unshare", [...namespace, "true"]).status === 0) return inNamespace;
  for (const above of [inData(), dirname(folder)]) chmodSync(above, 0o711); // `nobody` has to get there
  chownSync(folder, NOBODY, NOBODY);
  return as(NOBODY, NOBODY);
}
