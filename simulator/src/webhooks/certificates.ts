import {
  createHash,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  sign,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";
import {
  bits,
  dnsName,
  integer,
  keyIdentifier,
  nothing,
  octets,
  oid,
  sequence,
  set,
  tagged,
  time,
  truth,
  utf8,
} from "./der.ts";

/** A certificate in PEM and the key that belongs to it. */
export interface Identity {
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

/** Who signs webhooks here. `attacker` is nobody's child: a certificate that anyone could have made. */
export interface Authority {
  readonly ca: string;
  readonly signer: Identity;
  readonly attacker: Identity;
  /** `SimpleNotificationService-<hex>.pem`, as SNS names its certificates (§10). */
  readonly fileName: string;
}

interface Wish {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuer: string;
  readonly issuerKey: KeyObject;
  readonly isAuthority: boolean;
}

const DAY_MS = 86_400_000;
const LIFE_DAYS = 3_650;
// Generous, because the clock of whoever verifies may be set days away from this one.
const BACKDATED_DAYS = 365;
const SNS_NAME = "sns.amazonaws.com";

const newKeys = () => promisify(generateKeyPair)("rsa", { modulusLength: 2048 });

let made: Promise<Authority> | undefined;

/** This process's authority. It is made when it is first needed: most runs need none, and keys take half a second. */
export const authority = (): Promise<Authority> => (made ??= newAuthority());

/** A new certificate authority with a signing certificate, valid for ten years, and a stranger's. */
async function newAuthority(): Promise<Authority> {
  const [caKeys, signerKeys, strangerKeys] = await Promise.all([newKeys(), newKeys(), newKeys()]);
  const caName = "bKash simulator CA (not bKash, not Amazon)";
  const byCa = { issuer: caName, issuerKey: caKeys.privateKey };
  const ca = certify({ subject: caName, publicKey: caKeys.publicKey, ...byCa, isAuthority: true });
  const signer = certify({ subject: SNS_NAME, publicKey: signerKeys.publicKey, ...byCa, isAuthority: false });
  const stranger = certify({
    subject: SNS_NAME,
    publicKey: strangerKeys.publicKey,
    issuer: SNS_NAME,
    issuerKey: strangerKeys.privateKey,
    isAuthority: false,
  });
  return {
    ca,
    signer: { certificate: signer, privateKey: signerKeys.privateKey },
    attacker: { certificate: stranger, privateKey: strangerKeys.privateKey },
    fileName: `SimpleNotificationService-${randomBytes(16).toString("hex")}.pem`,
  };
}

const SHA256_WITH_RSA = sequence(oid("1.2.840.113549.1.1.11"), nothing());

/** An X.509 v3 certificate (RFC 5280). */
function certify(wish: Wish): string {
  const now = Date.now();
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    // The first bit stays clear and the number positive: 16 bytes, never zero.
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    SHA256_WITH_RSA,
    nameOf(wish.issuer),
    sequence(time(now - BACKDATED_DAYS * DAY_MS), time(now + LIFE_DAYS * DAY_MS)),
    nameOf(wish.subject),
    spkiOf(wish.publicKey),
    tagged(
      3,
      sequence(
        ...(wish.isAuthority ? AUTHORITY_ONLY : signerOnly(wish.subject)),
        sequence(oid("2.5.29.14"), octets(octets(idOf(wish.publicKey)))),
        sequence(oid("2.5.29.35"), octets(sequence(keyIdentifier(idOf(createPublicKey(wish.issuerKey)))))),
      ),
    ),
  );
  const signature = sign("sha256", body, wish.issuerKey);
  return new X509Certificate(sequence(body, SHA256_WITH_RSA, bits(signature))).toString();
}

const nameOf = (commonName: string): Buffer => sequence(set(sequence(oid("2.5.4.3"), utf8(commonName))));
const spkiOf = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" });
// Any fixed digest of the key will do (RFC 5280, 4.2.1.2).
const idOf = (key: KeyObject): Buffer => createHash("sha1").update(spkiOf(key)).digest();

const BASIC_CONSTRAINTS = oid("2.5.29.19");
const KEY_USAGE = oid("2.5.29.15");
const ALTERNATIVE_NAMES = oid("2.5.29.17");

/** May sign certificates and nothing else. */
const AUTHORITY_ONLY: readonly Buffer[] = [
  sequence(BASIC_CONSTRAINTS, truth(), octets(sequence(truth()))),
  sequence(KEY_USAGE, truth(), octets(bits(Buffer.from([0x04]), 2))),
];

/** May sign messages. */
const signerOnly = (host: string): readonly Buffer[] => [
  sequence(BASIC_CONSTRAINTS, truth(), octets(sequence())),
  sequence(KEY_USAGE, truth(), octets(bits(Buffer.from([0x80]), 7))),
  sequence(ALTERNATIVE_NAMES, octets(sequence(dnsName(host)))),
];
