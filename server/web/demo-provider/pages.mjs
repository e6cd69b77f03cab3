// SPDX-License-Identifier: EUPL-1.2
// The pages of the identity provider of the demonstration: plain HTML, Dutch, no script.

const roleNames = {
  job_seeker: 'Werkzoekende',
  employer: 'Werkgever',
  jobhunter: 'Jobhunter',
  employer_adviser: 'Adviseur werkgevers',
  manager: 'Manager',
  functional_administrator: 'Functioneel beheerder',
  auditor: 'Auditor',
};

function escaped(text) {
  const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return String(text).replace(/[&<>"']/g, (letter) => names[letter]);
}

function page(title, body) {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1.125rem/1.5 sans-serif; color: #1a1a1a; background: #fff; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
ul { list-style: none; padding: 0; }
button { font: inherit; width: 100%; text-align: left; padding: .75rem 1rem; margin: .25rem 0; color: #00438a; background: #fff; border: 2px solid #00438a; border-radius: .25rem; cursor: pointer; }
button:hover { background: #eaf2fb; }
button:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

function accountButton(uid, { id, name, role }) {
  const action = `/interaction/${encodeURIComponent(uid)}/${encodeURIComponent(id)}`;
  return `<li><form method="post" action="${action}"><button type="submit"><strong>${escaped(roleNames[role] ?? role)}</strong> – ${escaped(name)}</button></form></li>`;
}

export function accountPage(uid, accounts) {
  return page(
    'Inloggen in de demonstratie',
    `<p>Alle mensen en bedrijven zijn verzonnen. Kies als wie u wilt inloggen.</p>
<ul>
${accounts.map((account) => accountButton(uid, account)).join('\n')}
</ul>
<form method="post" action="/interaction/${encodeURIComponent(uid)}/"><button type="submit">Niet inloggen</button></form>`,
  );
}

/** `form` is the hidden form of oidc-provider with the id op.logoutForm. */
export function signOutPage(form) {
  return page(
    'Uitloggen bij de inlogdienst?',
    `<p>U bent al uitgelogd bij Passend.</p>
${form}
<p><button type="submit" form="op.logoutForm" value="yes" name="logout">Ja, uitloggen</button></p>
<p><button type="submit" form="op.logoutForm">Nee, ingelogd blijven</button></p>`,
  );
}

export function signedOutPage() {
  return page('U bent uitgelogd', '<p>U kunt dit venster sluiten.</p>');
}
