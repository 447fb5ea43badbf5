# shellcheck shell=bash disable=SC2034 # testbed_not_run is read by bin/test
# For bin/test, to be sourced: the testbed around the tests that need a real Kubernetes API server.
#
#   source bin/lib-testbed.sh
#   pipeline_up      # exports BRAMBLE_GITLAB_CI_LOCAL where gitlab-ci-local can be had
#   testbed_up       # exports KUBECONFIG, TESTBED_LEVEL, TESTBED_KUBECTL … where a testbed can start
#   trap testbed_down EXIT
#
# Tests ask for it by @EnabledIfEnvironmentVariable(named = "TESTBED_LEVEL", …), so that without it they are
# counted as skipped. With CI=true a testbed that does not start is an error; on a person's machine
# testbed_not_run holds the lines to print at the end: what did not run, and the command that makes it run.

testbed_project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
testbed_script=$testbed_project/testbed/testbed
testbed_is_ours=
testbed_not_run=

testbed_up() { # [LEVEL]
  local level=${1:-control-plane}
  if [[ ${CI:-} != true && -n $("$testbed_script" missing "$level") ]]; then
    testbed_not_run+="${testbed_not_run:+$'\n'}Deployment files on a real Kubernetes API server (ManifestsIT, HardeningIT, ReleaseIT): the testbed is not built here.
  Once, about 30 minutes with Go 1.26:  testbed/testbed build   (or set TESTBED_BIN to a folder of packed executables)"
    return 0
  fi
  "$testbed_script" status >/dev/null 2>&1 || testbed_is_ours=yes
  echo "Starting the testbed ($level)"
  if ! "$testbed_script" up "$level"; then
    [[ ${CI:-} != true ]] || return 1
    testbed_not_run+="${testbed_not_run:+$'\n'}Deployment files on a real Kubernetes API server (ManifestsIT, HardeningIT, ReleaseIT): the testbed did not start.
  See why:  testbed/testbed up $level"
    return 0
  fi
  eval "$("$testbed_script" env)"
}

# Takes down what testbed_up started; one that somebody keeps running for quick repeats stays.
testbed_down() {
  [[ -z $testbed_is_ours ]] || "$testbed_script" down
  testbed_is_ours=
}

# PipelineIT asks for BRAMBLE_GITLAB_CI_LOCAL; the first time this downloads what reads the pipeline, 190 MB.
pipeline_up() {
  if BRAMBLE_GITLAB_CI_LOCAL=$("$testbed_project/bin/gitlab-ci-local" --version); then
    export BRAMBLE_GITLAB_CI_LOCAL
  elif [[ ${CI:-} == true ]]; then
    return 1
  else
    unset BRAMBLE_GITLAB_CI_LOCAL
    testbed_not_run+="${testbed_not_run:+$'\n'}The pipeline as GitLab reads it (PipelineIT): see why by  bin/gitlab-ci-local --list"
  fi
}

testbed_tool() { # NAME: the path of mc, minio, kubectl …, for a server or client without a cluster
  "$testbed_script" tool "$1"
}
