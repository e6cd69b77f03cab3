// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of the provider, one of each kind, new at every start. */
export function signingKeys() {
  const pairs = [
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('ed25519'),
  ];
  return pairs.map(({ privateKey }) => ({ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig' }));
}

function directory(data) {
  const path = join(data, 'sign-in');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** The key by which Passend proves that it is the client; made at the first start. */
export function clientKey(data) {
  const file = join(directory(data), 'client-key.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  const publicKey = createPublicKey(createPrivateKey(readFileSync(file)));
  return { file, publicJwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' } };
}

/** Writes the configuration of signing in that belongs to this provider. */
export function writeSignIn(data, { issuer, publicUrl, machines }) {
  const roles = ['job_seeker', 'employer', 'jobhunter', 'employer_adviser', 'manager'];
  roles.push('functional_administrator', 'auditor', 'service');
  const configuration = {
    issuer,
    clientId: 'passend-demo',
    privateKeyFile: 'client-key.pem',
    publicUrl,
    scopes: ['openid', 'passend'],
    claims: {
      subject: 'sub',
      roles: 'roles',
      tenant: 'tenant',
      caseload: 'caseload',
      candidate: 'candidate',
      employer: 'employer',
      displayName: 'name',
    },
    roles: Object.fromEntries(roles.map((role) => [role, role])),
    acr: {
      order: ['low', 'substantial', 'high'].map((level) => `http://eidas.europa.eu/LoA/${level}`),
      minimum: {
        jobhunter: 'http://eidas.europa.eu/LoA/substantial',
        functional_administrator: 'http://eidas.europa.eu/LoA/high',
      },
    },
    machines: { audience: machines },
  };
  writeFileSync(join(directory(data), 'sign-in.json'), `${JSON.stringify(configuration, null, 2)}\n`);
}
