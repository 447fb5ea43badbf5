package io.bramble.ui.files;

import static java.util.stream.Collectors.joining;

import io.bramble.bucket.BucketView;
import io.bramble.ui.parts.Shell;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/** Shell lines about files, whatever their names hold. */
final class Commands {
    private Commands() {}

    /** Lines that fetch each row into the folder where they are run, by the name of the program. */
    static SequencedMap<String, String> download(BucketView bucket, Collection<Row> rows) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("aws", each(rows, row -> aws(bucket, row)));
        lines.put("mc", each(rows, row -> mc(bucket, row)));
        lines.put("rclone", rclone(bucket, rows));
        return lines;
    }

    static String rclone(BucketView bucket, Collection<Row> rows) {
        return each(rows, row -> rclone(bucket, row));
    }

    private static String each(Collection<Row> rows, Function<Row, String> line) {
        return rows.stream().map(line).collect(joining("\n"));
    }

    private static String aws(BucketView bucket, Row row) {
        var from = Shell.quoted("s3://" + bucket.name() + "/" + row.key());
        return "aws --endpoint-url " + bucket.endpoint() + " s3 cp " + (row.isFolder() ? "--recursive " : "") + from
                + " " + target(row);
    }

    private static String mc(BucketView bucket, Row row) {
        var from = Shell.quoted("bramble/" + bucket.name() + "/" + row.key());
        return "mc cp " + (row.isFolder() ? "--recursive " : "") + from + " " + target(row);
    }

    private static String rclone(BucketView bucket, Row row) {
        var from = Shell.quoted("bramble:" + bucket.name() + "/" + row.key());
        return row.isFolder() ? "rclone copy " + from + " " + target(row) : "rclone copyto " + from + " " + target(row);
    }

    /** Below the folder one is in; a name that begins with a dash would be an option. */
    private static String target(Row row) {
        var name = FileNames.last(row.key());
        var safe = name.isEmpty() || FileNames.isWayUp(name) ? "file" : name;
        if (row.isBucket()) return "./";
        return Shell.quoted("./" + safe + (row.isFolder() ? "/" : ""));
    }
}
