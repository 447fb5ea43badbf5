# shellcheck shell=bash disable=SC2034 # sourced before each operation, which uses what is set here
# The keys are: all, reader, writer, and below, which reaches only what begins with "below/".

AT=$1
SMALL=$PWD/small.bin TREE=$PWD/tree
mkdir "$AT"
cd "$AT" || exit
export AWS_SHARED_CREDENTIALS_FILE=$PWD/credentials

key() { # NAME ID SECRET
  local remote=RCLONE_CONFIG_${1^^}_
  printf '[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n' "$@" >>"$AWS_SHARED_CREDENTIALS_FILE"
  export "MC_HOST_$1=${ENDPOINT%%://*}://$2:$3@${ENDPOINT#*://}"
  export "${remote}TYPE=s3" "${remote}PROVIDER=Other" "${remote}ENDPOINT=$ENDPOINT" "${remote}REGION=$REGION"
  export "${remote}ACCESS_KEY_ID=$2" "${remote}SECRET_ACCESS_KEY=$3" "${remote}NO_CHECK_BUCKET=true"
}

# With the key KEY, or with the one that may all.
aws() { command aws --endpoint-url "$ENDPOINT" --region "$REGION" --profile "${KEY:-all}" "$@"; }
mc() { command mc --json "$@"; }
rclone() { command rclone --retries 1 --low-level-retries 1 "$@"; }

is() { # FOUND EXPECTED
  [[ $1 == "$2" ]] || {
    printf 'Found: %s\nExpected: %s\n' "$1" "$2"
    return 1
  }
}

# Whether an object is what the file is; read by another program than most that wrote it.
holds() { # KEY FILE
  rclone cat "all:$BUCKET/$1" | cmp - "$2"
}
