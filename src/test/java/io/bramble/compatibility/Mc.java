package io.bramble.compatibility;

/** The MinIO client. */
final class Mc {
    private Mc() {}

    static ShellSuite suite() {
        var mc = new ShellSuite("mc", "\"Code\":\\s*\"(\\w+)\"", "Insufficient permissions");
        large(mc);
        folders(mc);
        objects(mc);
        links(mc);
        buckets(mc);
        keys(mc);
        return mc;
    }

    private static void large(ShellSuite mc) {
        mc.works(Groups.SIZES, "mc cp of 100 MiB, up in parts and down", """
                        mc cp --quiet "$LARGE" "all/$BUCKET/$AT/large"
                        mc cat "all/$BUCKET/$AT/large" | cmp - "$LARGE"
                        mc rm "all/$BUCKET/$AT/large"
                        """)
                .works(Groups.SIZES, "mc cp of nothing, up and down", """
                        : > empty
                        mc cp empty "all/$BUCKET/$AT/empty"
                        mc cp "all/$BUCKET/$AT/empty" back
                        cmp empty back
                        """);
    }

    private static void folders(ShellSuite mc) {
        mc.works(Groups.SYNC, "mc mirror up, then with --overwrite --remove", """
                        cp -r "$TREE" mine
                        mc mirror mine "all/$BUCKET/$AT"
                        printf changed! > mine/a.txt; rm mine/b/1.txt
                        mc mirror --overwrite --remove mine "all/$BUCKET/$AT"
                        rclone copy "all:$BUCKET/$AT" back
                        diff -r mine back
                        """)
                .works(Groups.SYNC, "mc mirror down", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        mc mirror "all/$BUCKET/$AT" back
                        diff -r "$TREE" back
                        """)
                .works(Groups.SYNC, "mc diff", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        is "$(mc diff "$TREE" "all/$BUCKET/$AT")" ""
                        rclone deletefile "all:$BUCKET/$AT/b/2.txt"
                        mc diff "$TREE" "all/$BUCKET/$AT" | grep b/2.txt
                        """)
                .works(Groups.SYNC, "mc cp --recursive, mv and rm --recursive", """
                        mc cp --recursive "$TREE/" "all/$BUCKET/$AT/one/"
                        mc mv --recursive "all/$BUCKET/$AT/one/" "all/$BUCKET/$AT/two/"
                        is "$(rclone lsf -R --files-only "all:$BUCKET/$AT" | wc -l)" 4
                        holds "$AT/two/b/c/d e.txt" "$TREE/b/c/d e.txt"
                        mc rm --recursive --force "all/$BUCKET/$AT/"
                        is "$(rclone lsf -R "all:$BUCKET/$AT")" ""
                        """)
                .works(Groups.LISTING, "mc ls, mc ls --recursive, mc find, mc du", """
                        rclone copy "$TREE" "all:$BUCKET/$AT"
                        is "$(mc ls "all/$BUCKET/$AT/" | grep -o '"key":"[^"]*"' | xargs)" 'key:a.txt key:b/'
                        is "$(mc ls --recursive "all/$BUCKET/$AT/" | wc -l)" 4
                        is "$(mc find "all/$BUCKET/$AT" --name '*e.txt' | grep -o '[^/]*e.txt')" 'd e.txt'
                        mc du "all/$BUCKET/$AT/" | grep '"objects":4'
                        """);
    }

    private static void objects(ShellSuite mc) {
        mc.works(Groups.OBJECTS, "mc cp with content type and metadata, mc stat", """
                        mc cp --attr 'Content-Type=text/csv;colour=green' "$SMALL" "all/$BUCKET/$AT/a"
                        mc stat "all/$BUCKET/$AT/a" > stat
                        grep text/csv stat; grep -i 'colour": *"green' stat; grep '"size": *3000' stat
                        holds "$AT/a" "$SMALL"
                        """)
                .works(Groups.OBJECTS, "mc cat, and mc head of the first lines", """
                        printf 'one\\ntwo\\nthree\\n' > lines
                        rclone copyto lines "all:$BUCKET/$AT/a"
                        mc cat "all/$BUCKET/$AT/a" | cmp - lines
                        is "$(mc head -n 2 "all/$BUCKET/$AT/a")" $'one\\ntwo'
                        """)
                .tell(Groups.OBJECTS, "mc tag set and list", "refused: NotImplemented", "works", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a"
                        mc tag set "all/$BUCKET/$AT/a" colour=green
                        mc tag list "all/$BUCKET/$AT/a" | grep green
                        """)
                .tell(
                        Groups.STREAMING,
                        "mc pipe from standard input",
                        "refused: BadDigest; " + "S3Proxy takes the checksum of all parts for the one of the request",
                        "works",
                        """
                        mc pipe "all/$BUCKET/$AT/a" < "$SMALL"
                        holds "$AT/a" "$SMALL"
                        """)
                .works(Groups.NAMES, "mc mirror of files with awkward names, up and down", """
                        mkdir -p 'mine/täglich +'
                        printf 1 > 'mine/a b+c.txt'; printf 2 > 'mine/täglich +/🌿 100%25.txt'; printf 3 > 'mine/a&b=c;"d".txt'
                        mc mirror mine "all/$BUCKET/$AT"
                        mc mirror "all/$BUCKET/$AT" back
                        diff -r mine back
                        """);
    }

    private static void links(ShellSuite mc) {
        mc.works(Groups.SIGNED, "mc share download, opened by curl", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a"
                        link=$(command mc share download "all/$BUCKET/$AT/a" | sed -n 's/^Share: //p')
                        curl -fsS "$link" | cmp - "$SMALL"
                        """)
                .works(Groups.SIGNED, "mc share upload: the form, sent by curl", """
                        form=$(command mc share upload "all/$BUCKET/$AT/a" | sed -n 's/^Share: //p')
                        eval "${form/<FILE>/$SMALL}"
                        holds "$AT/a" "$SMALL"
                        """);
    }

    private static void buckets(ShellSuite mc) {
        mc.works(Groups.BUCKETS, "mc ls of all buckets, mc stat of the bucket", """
                        is "$(mc ls all | grep -o '"key":"[^"]*"')" "\\"key\\":\\"$BUCKET/\\""
                        mc stat "all/$BUCKET" | grep "$BUCKET"
                        """)
                .denied(Groups.BUCKETS, "mc mb of another bucket", "mc mb all/$BUCKET-more\n")
                .tell(
                        Groups.BUCKETS,
                        "mc anonymous set download",
                        "refused: NoSuchPolicy",
                        "refused: AccessDenied",
                        "mc anonymous set download all/$BUCKET\n")
                .tell(
                        Groups.BUCKETS,
                        "mc version enable",
                        "refused: NotImplemented",
                        "refused: AccessDenied",
                        "mc version enable all/$BUCKET\n");
    }

    private static void keys(ShellSuite mc) {
        mc.denied(Groups.KEYS, "Upload with a read-only key, which downloads", """
                        rclone copyto "$SMALL" "all:$BUCKET/$AT/a"
                        mc cp "reader/$BUCKET/$AT/a" back
                        cmp back "$SMALL"
                        mc cp "$SMALL" "reader/$BUCKET/$AT/b"
                        """)
                .denied(Groups.KEYS, "List with a write-only key, which uploads", """
                        mc put "$SMALL" "writer/$BUCKET/$AT/a"
                        holds "$AT/a" "$SMALL"
                        mc ls "writer/$BUCKET/$AT/"
                        """)
                .denied(Groups.KEYS, "List elsewhere with a key of a prefix, which mirrors below it", """
                        mc mirror "$TREE" "below/$BUCKET/below/$AT"
                        mc mirror "below/$BUCKET/below/$AT" back
                        diff -r "$TREE" back
                        mc ls "below/$BUCKET/$AT/"
                        """);
    }
}
