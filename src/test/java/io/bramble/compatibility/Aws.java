package io.bramble.compatibility;

/** The AWS command line. What it shares with boto3, which it is made of, is told there. */
final class Aws {
    private Aws() {}

    static ShellSuite suite() {
        var aws = new ShellSuite("aws", "An error occurred \\((\\w+)\\)", "AccessDenied");
        large(aws);
        folders(aws);
        objects(aws);
        keys(aws);
        return aws;
    }

    private static void large(ShellSuite aws) {
        aws.works(Groups.SIZES, "aws s3 cp of 100 MiB, up in parts and down", """
                        aws s3 cp --quiet "$LARGE" "s3://$BUCKET/$AT/large"
                        aws s3 cp --quiet "s3://$BUCKET/$AT/large" - | cmp - "$LARGE"
                        aws s3 rm "s3://$BUCKET/$AT/large"
                        """)
                .works(Groups.SIZES, "aws s3 cp of nothing, up and down", """
                        : > empty
                        aws s3 cp empty "s3://$BUCKET/$AT/empty"
                        aws s3 cp "s3://$BUCKET/$AT/empty" back
                        cmp empty back
                        """);
    }

    private static void folders(ShellSuite aws) {
        aws.works(Groups.SYNC, "aws s3 sync up, then what changed, then with --delete", """
                        cp -r "$TREE" mine
                        aws s3 sync mine "s3://$BUCKET/$AT"
                        printf changed! > mine/a.txt; rm mine/b/1.txt
                        is "$(aws s3 sync mine "s3://$BUCKET/$AT" --no-progress | grep -c ^upload)" 1
                        aws s3 sync mine "s3://$BUCKET/$AT" --delete
                        rclone copy "all:$BUCKET/$AT" back
                        diff -r mine back
                        """)
                .works(Groups.SYNC, "aws s3 sync down", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        aws s3 sync "s3://$BUCKET/$AT" back
                        diff -r "$TREE" back
                        """)
                .works(Groups.SYNC, "aws s3 cp --recursive, mv and rm --recursive", """
                        aws s3 cp --recursive "$TREE" "s3://$BUCKET/$AT/one"
                        aws s3 mv --recursive "s3://$BUCKET/$AT/one" "s3://$BUCKET/$AT/two"
                        is "$(rclone lsf -R --files-only "all:$BUCKET/$AT" | wc -l)" 4
                        holds "$AT/two/b/c/d e.txt" "$TREE/b/c/d e.txt"
                        aws s3 rm --recursive "s3://$BUCKET/$AT"
                        is "$(rclone lsf -R "all:$BUCKET/$AT")" ""
                        """)
                .works(Groups.LISTING, "aws s3 ls of a folder, and recursively with a summary", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        is "$(aws s3 ls "s3://$BUCKET/$AT/" | awk '{print $NF}' | sort | xargs)" 'a.txt b/'
                        aws s3 ls --recursive --summarize "s3://$BUCKET/$AT/" | grep 'Total Objects: 4'
                        """);
    }

    private static void objects(ShellSuite aws) {
        aws.works(Groups.OBJECTS, "aws s3 cp with content type, cache control and metadata", """
                        aws s3 cp "$SMALL" "s3://$BUCKET/$AT/a" --content-type text/csv --cache-control no-cache \\
                          --metadata colour=green
                        is "$(aws s3api head-object --bucket "$BUCKET" --key "$AT/a" --output text \\
                          --query '[ContentType,CacheControl,Metadata.colour]')" $'text/csv\\tno-cache\\tgreen'
                        holds "$AT/a" "$SMALL"
                        """)
                .works(Groups.STREAMING, "aws s3 cp from standard input and to standard output", """
                        aws s3 cp - "s3://$BUCKET/$AT/a" < "$SMALL"
                        aws s3 cp "s3://$BUCKET/$AT/a" - | cmp - "$SMALL"
                        """)
                .works(Groups.SIGNED, "aws s3 presign, opened by curl", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a b+c"
                        curl -fsS "$(aws s3 presign "s3://$BUCKET/$AT/a b+c")" | cmp - "$SMALL"
                        """)
                .works(Groups.NAMES, "aws s3 sync of files with awkward names, up and down", """
                        mkdir -p 'mine/täglich +'
                        printf 1 > 'mine/a b+c.txt'; printf 2 > 'mine/täglich +/🌿 100%25.txt'; printf 3 > 'mine/a&b=c;"d".txt'
                        aws s3 sync mine "s3://$BUCKET/$AT"
                        aws s3 sync "s3://$BUCKET/$AT" back
                        diff -r mine back
                        """)
                .denied(Groups.BUCKETS, "aws s3 mb of another bucket", "aws s3 mb s3://$BUCKET-more\n")
                .denied(Groups.BUCKETS, "aws s3 rb", "aws s3 rb s3://$BUCKET\n");
    }

    private static void keys(ShellSuite aws) {
        aws.denied(Groups.KEYS, "Upload with a read-only key, which downloads", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a"
                        KEY=reader aws s3 cp "s3://$BUCKET/$AT/a" back
                        cmp back "$SMALL"
                        KEY=reader aws s3 cp "$SMALL" "s3://$BUCKET/$AT/b"
                        """)
                .denied(Groups.KEYS, "List with a write-only key, which uploads", """
                        KEY=writer aws s3 cp "$SMALL" "s3://$BUCKET/$AT/a"
                        holds "$AT/a" "$SMALL"
                        KEY=writer aws s3 ls "s3://$BUCKET/$AT/"
                        """)
                .denied(Groups.KEYS, "Upload elsewhere with a key of a prefix, which synchronises below it", """
                        KEY=below aws s3 sync "$TREE" "s3://$BUCKET/below/$AT"
                        KEY=below aws s3 sync "s3://$BUCKET/below/$AT" back
                        diff -r "$TREE" back
                        KEY=below aws s3 sync "$TREE" "s3://$BUCKET/$AT"
                        """);
    }
}
