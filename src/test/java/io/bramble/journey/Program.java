package io.bramble.journey;

/** How people call the programs they store with; places are {@code bucket/key}. */
enum Program {
    AWS(
            "aws",
            "AccessDenied",
            """
            cat > "$AWS_CONFIG_FILE" <<END
            [default]
            endpoint_url = %s
            region = %s
            aws_access_key_id = %s
            aws_secret_access_key = %s
            END
            """,
            "aws s3 cp '%s' 's3://%s'",
            "aws s3 ls 's3://%s'",
            "aws s3 cp 's3://%s' '%s'",
            "aws s3 rm 's3://%s'"),
    RCLONE(
            "rclone",
            "403",
            """
            rclone config create bramble s3 provider=Other endpoint=%s region=%s access_key_id=%s \\
              secret_access_key=%s no_check_bucket=true
            """,
            "rclone --retries 1 copyto '%s' 'bramble:%s'",
            "rclone --retries 1 lsf 'bramble:%s'",
            "rclone --retries 1 copyto 'bramble:%s' '%s'",
            "rclone --retries 1 deletefile 'bramble:%s'"),
    MC(
            "mc",
            "belongs to another bucket",
            "ENDPOINT=%s REGION=%s; mc alias set bramble $ENDPOINT %s %s",
            "mc cp '%s' 'bramble/%s'",
            "mc ls 'bramble/%s'",
            "mc cp 'bramble/%s' '%s'",
            "mc rm 'bramble/%s'");

    private final String command;
    private final String denied;
    private final String setUp;
    private final String put;
    private final String list;
    private final String get;
    private final String delete;

    Program(String command, String denied, String setUp, String put, String list, String get, String delete) {
        this.command = command;
        this.denied = denied;
        this.setUp = setUp;
        this.put = put;
        this.list = list;
        this.get = get;
        this.delete = delete;
    }

    String command() {
        return command;
    }

    /** What the program says when it may not. */
    String denied() {
        return denied;
    }

    String setUp(Key key) {
        return setUp.formatted(key.endpoint(), key.region(), key.accessKeyId(), key.secret());
    }

    String put(String file, String place) {
        return put.formatted(file, place);
    }

    String list(String place) {
        return list.formatted(place);
    }

    String get(String place, String file) {
        return get.formatted(place, file);
    }

    String delete(String place) {
        return delete.formatted(place);
    }
}
