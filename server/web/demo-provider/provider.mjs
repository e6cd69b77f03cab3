// SPDX-License-Identifier: EUPL-1.2
// The identity provider of the demonstration and of the sign-in tests: oidc-provider with one page on which anyone is
// anyone with one click. It therefore starts only beside a data directory that is marked as one of the demonstration.
//
//   node provider.mjs --data DIR --accounts FILE [--port N] [--public-url URL] [--algorithm PS256|ES256|EdDSA]
//
// Listens on 127.0.0.1 and prints "listening on ISSUER" when it does. Its keys are new at every start; the client's
// key and a configuration for `passend serve` stand in DIR/sign-in and are kept.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import Provider, { interactionPolicy } from 'oidc-provider';

import { clientKey, signingKeys, writeSignIn } from './keys.mjs';
import { accountPage, signOutPage, signedOutPage } from './pages.mjs';

const marker = 'demo-region';
const claimsOfAccounts = ['acr', 'name', 'roles', 'tenant', 'caseload', 'candidate', 'employer'];

function refuse(why) {
  console.error(`demo-provider: ${why}`);
  process.exit(2);
}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        data: { type: 'string' },
        accounts: { type: 'string' },
        port: { type: 'string', default: '0' },
        'public-url': { type: 'string', default: 'http://localhost:8080' },
        algorithm: { type: 'string', default: 'PS256' },
      },
    }));
  } catch (error) {
    refuse(error.message);
  }
  if (!values.data || !existsSync(join(values.data, marker))) {
    refuse(
      `--data must name a data directory of the demonstration, which holds the file ${marker}: ` +
        'here everyone signs in as anyone, so never beside real data',
    );
  }
  if (!values.accounts) refuse('--accounts must name a JSON file of fictitious people');
  return values;
}

/** [{id, name, role, acr?, tenant?, caseload?, candidate?, employer?}] by id. */
function readAccounts(file) {
  const list = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(list.map((account) => [account.id, account]));
}

function claimsOf(account) {
  const { id, role, ...rest } = account;
  return { ...rest, sub: id, roles: [role] };
}

/** A grant of everything: the page asks for no consent, for there is nobody whose data it would be. */
async function grantEverything(ctx) {
  const { client, session } = ctx.oidc;
  const known = ctx.oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  if (known) return ctx.oidc.provider.Grant.find(known);
  const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid passend');
  await grant.save();
  return grant;
}

/** Who signs in again may want to be somebody else: the page is shown every time. */
function chooseEveryTime() {
  const policy = interactionPolicy.base();
  const check = (ctx) => ctx.oidc.result?.login === undefined;
  policy.get('login').checks.add(new interactionPolicy.Check('choose', 'somebody is chosen every time', check));
  return policy;
}

function makeProvider(issuer, options, accounts) {
  const url = options['public-url'];
  const machines = `${url}/v1`;
  const key = { jwks: { keys: [clientKey(options.data).publicJwk] }, token_endpoint_auth_method: 'private_key_jwt' };
  writeSignIn(options.data, { issuer, publicUrl: url, machines });
  return new Provider(issuer, {
    clients: [
      {
        ...key,
        client_id: 'passend-demo',
        redirect_uris: [`${url}/auth/callback`],
        post_logout_redirect_uris: [`${url}/`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        scope: 'openid passend',
        id_token_signed_response_alg: options.algorithm,
      },
      {
        ...key,
        client_id: 'passend-demo-machine',
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
      },
    ],
    jwks: { keys: signingKeys() },
    cookies: { keys: [randomUUID()] },
    scopes: ['openid', 'passend'],
    claims: { openid: ['sub'], passend: claimsOfAccounts },
    // All claims in the ID token: Passend asks for no access token's worth of data.
    conformIdTokenClaims: false,
    findAccount: (_, id) => accounts.has(id) && { accountId: id, claims: () => claimsOf(accounts.get(id)) },
    loadExistingGrant: grantEverything,
    extraTokenClaims: () => ({ roles: ['service'] }),
    pkce: { methods: ['S256'], required: () => true },
    interactions: { policy: chooseEveryTime(), url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      ClientCredentials: 300,
      Grant: 3600,
      IdToken: 300,
      Interaction: 600,
      Session: 3600,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => machines,
        getResourceServerInfo: () => ({
          audience: machines,
          scope: '',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'PS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(form)),
        postLogoutSuccessSource: (ctx) => void (ctx.body = signedOutPage()),
      },
    },
  });
}

function send(response, body) {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(body);
}

/** The page of accounts, and the click on one of them: /interaction/UID and /interaction/UID/ACCOUNT. */
async function interact(provider, accounts, request, response) {
  const [, , uid, account] = request.url.split('/');
  await provider.interactionDetails(request, response);
  if (request.method === 'GET') return send(response, accountPage(uid, [...accounts.values()]));
  const chosen = accounts.get(decodeURIComponent(account ?? ''));
  const result = chosen
    ? { login: { accountId: chosen.id, acr: chosen.acr } }
    : { error: 'access_denied', error_description: 'the page was left' };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const options = readOptions();
const accounts = readAccounts(options.accounts);
const server = createServer();
server.listen(Number(options.port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = makeProvider(issuer, options, accounts);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    return interact(provider, accounts, request, response).catch(() => {
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Deze aanmelding is verlopen. Begin opnieuw bij Passend.');
    });
  });
  console.log(`listening on ${issuer}`);
});
server.on('error', (error) => refuse(error.message));
