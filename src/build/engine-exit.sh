#!/usr/bin/env bash
# Tries the way out of the engine: copies the tree, renames Camunda 7.24 to Operaton there, and runs tests on that.
# Nothing of this tree changes. docs/engine-exit.md says what comes of it.
#
#   src/build/engine-exit.sh [FOLDER [MAVEN ARGUMENTS]]
#
# FOLDER is made anew (default: target/engine-exit). Without arguments for Maven, all tests that need no browser run.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$top/target/engine-exit}
shift || true

operaton=1.0.3
# Operaton names assertions for tests in its bill of material, but they are not published: those of Camunda are taken as source, renamed with the rest.
assertions=org.camunda.bpm:camunda-bpm-assert:7.24.0:jar:sources

rm -rf "$folder"
mkdir -p "$folder"
git -C "$top" archive HEAD | tar -x -C "$folder"
cd "$folder"

# Coordinates. FEEL (org.camunda.feel) stays: Operaton uses the same library.
sed -i \
  -e "s|<camunda.version>.*</camunda.version>|<camunda.version>$operaton</camunda.version>|" \
  -e 's|org\.camunda\.bpm|org.operaton.bpm|g' \
  -e 's|<artifactId>camunda-bpm-spring-boot-starter<|<artifactId>operaton-bpm-spring-boot-starter<|' \
  -e 's|<artifactId>camunda-bom<|<artifactId>operaton-bom<|' pom.xml
perl -0pi -e 's|\s*<dependency>\s*<groupId>[^<]*</groupId>\s*<artifactId>camunda-bpm-assert<.*?</dependency>||s' pom.xml
mvn -q -B -f "$top/pom.xml" dependency:unpack -Dartifact="$assertions" -DoutputDirectory="$folder/src/test/java" \
  -Dmdep.unpack.excludes='META-INF/**'

# Settings.
sed -i 's|^camunda:|operaton:|' src/main/resources/application*.yaml

# Packages, the types and methods that carry the name, and settings in tests. Our own Camunda* types keep theirs.
find src -name '*.java' -print0 | xargs -0 sed -i \
  -e 's|org\.camunda\.bpm|org.operaton.bpm|g' \
  -e 's|org\.camunda\.commons|org.operaton.commons|g' \
  -e 's|org\.operaton\.bpm\.impl\.juel\.jakarta\.el|jakarta.el|g' \
  -e 's|instance\.camunda\.|instance.operaton.|g' \
  -e 's|\bCamundaBpmProperties\b|OperatonBpmProperties|g; s|\bCamundaBpmAutoConfiguration\b|OperatonBpmAutoConfiguration|g' \
  -e 's|\bCamundaProperty\b|OperatonProperty|g; s|\bCamundaProperties\b|OperatonProperties|g' \
  -e 's|\bgetCamunda\([A-Z]\)|getOperaton\1|g' \
  -e 's|"camunda\.bpm\.|"operaton.bpm.|g'

# The models stay as they are: Operaton reads the namespace of Camunda 7, too.

if [ $# -gt 0 ]; then
  mvn -B "$@"
else
  mvn -B -Dstile.browser.required=false -Dtest='!*BrowserTest,!*Story*' -Dsurefire.failIfNoSpecifiedTests=false test
fi
