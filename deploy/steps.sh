# SPDX-License-Identifier: EUPL-1.2
# What ./demo and ./check have in common; to be sourced from the root of the project.

step() { printf '\n== %s\n' "$1"; }

# Installs the npm packages of the lock file when it changed since the last time. Not `npm ci`: it refuses a lock file
# without the optional packages of other operating systems, which a registry mirror need not have.
web_packages() {
  local stamp=server/web/node_modules/.passend-lock
  if cmp -s server/web/package-lock.json "$stamp"; then
    echo "The npm packages are up to date."
    return 0
  fi
  (cd server/web && npm install --no-save --loglevel=error) && cp server/web/package-lock.json "$stamp"
}

# Builds the front end when a source is newer than the last build.
web_build() {
  local stamp=server/web/node_modules/.passend-built
  if [ -e "$stamp" ] && [ -e server/web/dist/index.html ] && [ -z "$(find server/web schemas/openapi -path '*/node_modules' -prune -o -path '*/dist' -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    echo "The front end is up to date."
    return 0
  fi
  npm --prefix server/web run build --silent && touch "$stamp"
}
