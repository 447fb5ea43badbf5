package io.bramble.compatibility;

/** rclone, as an S3 of an unnamed provider. */
final class Rclone {
    private Rclone() {}

    static ShellSuite suite() {
        var rclone = new ShellSuite(
                "rclone", "(?m)^.*\\b([A-Z]\\w+): .*\\n?\\s*status code: (?:4\\d\\d|501)", "AccessDenied");
        large(rclone);
        folders(rclone);
        objects(rclone);
        keys(rclone);
        return rclone;
    }

    private static void large(ShellSuite rclone) {
        rclone.works(Groups.SIZES, "rclone copyto of 100 MiB, up in parts and down", """
                        rclone copyto --s3-upload-cutoff 16M --s3-chunk-size 16M "$LARGE" "all:$BUCKET/$AT/large"
                        rclone cat "all:$BUCKET/$AT/large" | cmp - "$LARGE"
                        rclone deletefile "all:$BUCKET/$AT/large"
                        """)
                .works(Groups.SIZES, "rclone copyto of nothing, up and down", """
                        : > empty
                        rclone copyto empty "all:$BUCKET/$AT/empty"
                        rclone copyto "all:$BUCKET/$AT/empty" back
                        cmp empty back
                        """);
    }

    private static void folders(ShellSuite rclone) {
        rclone.works(Groups.SYNC, "rclone sync up, then what changed and went away", """
                        cp -r "$TREE" mine
                        rclone sync mine "all:$BUCKET/$AT"
                        printf changed! > mine/a.txt; rm mine/b/1.txt
                        rclone sync mine "all:$BUCKET/$AT"
                        aws s3 cp --recursive "s3://$BUCKET/$AT" back
                        diff -r mine back
                        """)
                .works(Groups.SYNC, "rclone copy down, keeping times", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        rclone copy "all:$BUCKET/$AT" back
                        diff -r "$TREE" back
                        is "$(stat -c %Y back/a.txt)" "$(stat -c %Y "$TREE/a.txt")"
                        """)
                .works(Groups.SYNC, "rclone check by MD5 and by download", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        rclone check "$TREE" "all:$BUCKET/$AT"
                        rclone check --download "$TREE" "all:$BUCKET/$AT"
                        is "$(rclone hashsum MD5 "all:$BUCKET/$AT/a.txt" | cut -c1-32)" "$(md5sum < "$TREE/a.txt" | cut -c1-32)"
                        printf x | rclone rcat "all:$BUCKET/$AT/a.txt"
                        if rclone check "$TREE" "all:$BUCKET/$AT"; then exit 1; fi
                        """)
                .works(Groups.SYNC, "rclone move, moveto within the bucket, purge", """
                        cp -r "$TREE" mine
                        rclone move mine "all:$BUCKET/$AT/one"
                        is "$(find mine -type f)" ""
                        rclone moveto "all:$BUCKET/$AT/one" "all:$BUCKET/$AT/two"
                        is "$(rclone lsf "all:$BUCKET/$AT")" two/
                        holds "$AT/two/b/c/d e.txt" "$TREE/b/c/d e.txt"
                        rclone purge "all:$BUCKET/$AT"
                        is "$(rclone lsf -R "all:$BUCKET/$AT")" ""
                        """)
                .works(Groups.LISTING, "rclone lsf --recursive, size, lsd", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        is "$(rclone lsf -R --files-only "all:$BUCKET/$AT" | sort | xargs -d '\\n')" 'a.txt b/1.txt b/2.txt b/c/d e.txt'
                        rclone size "all:$BUCKET/$AT" | grep 'Total objects: 4'
                        is "$(rclone lsd "all:$BUCKET/$AT" | awk '{print $NF}')" b
                        """);
    }

    private static void objects(ShellSuite rclone) {
        rclone.works(Groups.OBJECTS, "rclone copyto with content type, cat of a part", """
                        rclone copyto --header-upload 'Content-Type: text/csv' "$SMALL" "all:$BUCKET/$AT/a"
                        rclone lsf --format m "all:$BUCKET/$AT" | grep text/csv
                        rclone cat --offset 100 --count 50 "all:$BUCKET/$AT/a" | cmp - <(tail -c +101 "$SMALL" | head -c 50)
                        """)
                .works(Groups.STREAMING, "rclone rcat from standard input, of unknown size", """
                        rclone rcat --streaming-upload-cutoff 1k "all:$BUCKET/$AT/a" < "$SMALL"
                        rclone cat "all:$BUCKET/$AT/a" | cmp - "$SMALL"
                        """)
                .works(Groups.SIGNED, "rclone link, opened by curl", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a"
                        curl -fsS "$(rclone link "all:$BUCKET/$AT/a")" | cmp - "$SMALL"
                        """)
                .works(Groups.MULTIPART, "rclone cleanup of unfinished uploads", "rclone cleanup all:$BUCKET\n")
                .works(Groups.NAMES, "rclone copy of files with awkward names, up and down", """
                        mkdir -p 'mine/täglich +'
                        printf 1 > 'mine/a b+c.txt'; printf 2 > 'mine/täglich +/🌿 100%25.txt'; printf 3 > 'mine/a&b=c;"d".txt'
                        rclone copy mine "all:$BUCKET/$AT"
                        rclone copy "all:$BUCKET/$AT" back
                        diff -r mine back
                        """);
    }

    private static void keys(ShellSuite rclone) {
        rclone.denied(Groups.KEYS, "Upload with a read-only key, which downloads", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a"
                        rclone copyto "reader:$BUCKET/$AT/a" back
                        cmp back "$SMALL"
                        rclone copyto "$SMALL" "reader:$BUCKET/$AT/b"
                        """)
                .denied(Groups.KEYS, "List with a write-only key, which uploads", """
                        rclone copyto --s3-no-head --no-check-dest "$SMALL" "writer:$BUCKET/$AT/a"
                        holds "$AT/a" "$SMALL"
                        rclone lsf "writer:$BUCKET/$AT"
                        """)
                .denied(Groups.KEYS, "List elsewhere with a key of a prefix, which synchronises below it", """
                        rclone sync "$TREE" "below:$BUCKET/below/$AT"
                        rclone copy "below:$BUCKET/below/$AT" back
                        diff -r "$TREE" back
                        rclone lsf "below:$BUCKET/$AT"
                        """);
    }
}
