package io.bramble.bucket;

import io.bramble.account.InvalidField;
import java.util.List;
import java.util.stream.Stream;

/** What chosen files and folders will be called. */
final class Targets {
    private Targets() {}

    /** As they are. */
    static List<JobSource> none(ObjectSelection what) {
        return Stream.concat(
                        what.files().stream().map(JobSource::file),
                        what.folders().stream().map(JobSource::folder))
                .toList();
    }

    static List<JobSource> in(ObjectSelection what, Destination to, ObjectJob.Kind kind, boolean sameBucket) {
        requireFolder(to.folder());
        var files = what.files().stream()
                .map(key -> new JobSource(key, false, to.folder() + FileKey.lastSegment(key) + slash(key)));
        var folders = what.folders().stream().map(prefix -> new JobSource(prefix, true, to.folder() + ownName(prefix)));
        var sources = Stream.concat(files, folders).toList();
        if (sameBucket) {
            var keepsBoth = kind == ObjectJob.Kind.COPY && to.duplicates() == Duplicates.KEEP_BOTH;
            sources.forEach(source -> requireElsewhere("to", source, keepsBoth));
        }
        return sources;
    }

    /** The bucket itself has none: what is in it comes without a folder around. */
    private static String ownName(String prefix) {
        return prefix.isEmpty() ? "" : FileKey.lastSegment(prefix) + "/";
    }

    private static String slash(String key) {
        return key.endsWith("/") ? "/" : "";
    }

    private static void requireFolder(String folder) {
        if (folder.isEmpty()) return;
        if (!folder.endsWith("/")) throw new InvalidField("to", "Name a folder: a path that ends in /.");
        var problem = FileKey.problem(folder);
        if (problem != null) throw new InvalidField("to", problem);
    }

    static JobSource renamed(String key, String name) {
        if (name.isEmpty()) throw new InvalidField("name", "Give it a name.");
        if (name.contains("/")) throw new InvalidField("name", "A / separates folders: move it into one instead.");
        var problem = FileKey.problem(key);
        if (problem != null) throw new InvalidField("key", problem);
        var isFolder = key.endsWith("/");
        var end = isFolder ? key.length() - 1 : key.length();
        var target = key.substring(0, key.lastIndexOf('/', end - 1) + 1) + name + (isFolder ? "/" : "");
        var wrong = FileKey.problem(target);
        if (wrong != null) throw new InvalidField("name", wrong);
        var source = new JobSource(key, isFolder, target);
        requireElsewhere("name", source, false);
        return source;
    }

    /** @param keepsBoth a file may be doubled in its place */
    private static void requireElsewhere(String field, JobSource source, boolean keepsBoth) {
        var target = String.valueOf(source.target());
        if (target.equals(source.name()) && !(keepsBoth && !source.isFolder()))
            throw new InvalidField(
                    field, field.equals("name") ? "It has that name." : "It is there already. Choose another folder.");
        if (source.isFolder() && !target.equals(source.name()) && target.startsWith(source.name()))
            throw new InvalidField(field, "A folder can't go into itself. Choose another place.");
    }
}
