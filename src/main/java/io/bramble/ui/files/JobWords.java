package io.bramble.ui.files;

import io.bramble.bucket.ObjectJob;
import io.bramble.ui.parts.Numbers;
import java.util.ArrayList;
import java.util.Locale;

/** Jobs as people read them. */
final class JobWords {
    private JobWords() {}

    static String sentence(ObjectJob job) {
        return switch (job.state()) {
            case WAITING -> "About to " + lower(verb(job, Form.PLAIN)) + ". You can still undo it.";
            case RUNNING -> verb(job, Form.DOING) + ".";
            case STOPPING -> "Stopping: " + lower(verb(job, Form.DOING)) + ".";
            case STOPPED -> "Stopped: " + lower(verb(job, Form.DOING)) + ".";
            case DONE ->
                isAllLeftAlone(job)
                        ? "Nothing done: " + lower(verb(job, Form.DOING)) + "."
                        : verb(job, Form.DONE) + ".";
            case FAILED -> "Not all done: " + lower(verb(job, Form.DOING)) + ".";
        };
    }

    private static boolean isAllLeftAlone(ObjectJob job) {
        return job.doneObjects() == 0 && job.skippedObjects() > 0;
    }

    static String result(ObjectJob job) {
        return verb(job, Form.DONE) + (job.doneObjects() > 1 ? ": " + count(job, job.doneObjects()) : "") + ".";
    }

    static String detail(ObjectJob job) {
        var parts = new ArrayList<String>();
        if (job.state() == ObjectJob.State.RUNNING || job.state() == ObjectJob.State.STOPPING) parts.add(progress(job));
        else if (job.state().ended() && !isAllLeftAlone(job)) parts.add(count(job, job.doneObjects()) + " done");
        if (job.bytes() > 0) parts.add(Numbers.bytes(job.bytes()));
        if (job.skippedObjects() > 0) parts.add(Numbers.count(job.skippedObjects()) + " left alone, names were taken");
        if (job.failedObjects() > 0) parts.add(Numbers.count(job.failedObjects()) + " failed");
        if (job.state().ended() && job.undoable())
            parts.add("later to be found under Deleted files, behind the three dots");
        var problem = job.problem();
        return String.join(" · ", parts) + (problem == null ? "" : (parts.isEmpty() ? "" : ". ") + problem);
    }

    private static String progress(ObjectJob job) {
        return job.allSeen()
                ? Numbers.count(job.doneObjects()) + " of " + count(job, job.totalObjects())
                : count(job, job.doneObjects()) + " so far";
    }

    private static String count(ObjectJob job, long objects) {
        return Numbers.count(
                objects,
                switch (job.kind()) {
                    case CLEAR_VERSIONS -> "version";
                    case ABORT_UPLOADS -> "upload";
                    case DELETE, COPY, MOVE, METADATA, UNDELETE, EMPTY -> "file";
                });
    }

    private enum Form {
        PLAIN,
        DOING,
        DONE
    }

    private static String verb(ObjectJob job, Form form) {
        return switch (job.kind()) {
            case DELETE -> of(form, "Delete", "Deleting", "Deleted") + " " + what(job);
            case COPY -> of(form, "Copy", "Copying", "Copied") + " " + what(job) + to(job);
            case MOVE -> moved(job, form);
            case METADATA -> of(form, "Change", "Changing", "Changed") + " the details of " + what(job);
            case CLEAR_VERSIONS -> of(form, "Clear", "Clearing", "Cleared") + " old versions" + below(job);
            case ABORT_UPLOADS -> of(form, "Give up", "Giving up", "Gave up") + " unfinished uploads" + below(job);
            case UNDELETE -> of(form, "Bring back", "Bringing back", "Brought back") + " " + what(job);
            case EMPTY -> of(form, "Empty", "Emptying", "Emptied") + " the bucket";
        };
    }

    private static String moved(ObjectJob job, Form form) {
        return isRename(job)
                ? of(form, "Rename", "Renaming", "Renamed") + " " + what(job) + " to "
                        + name(String.valueOf(job.target()))
                : of(form, "Move", "Moving", "Moved") + " " + what(job) + to(job);
    }

    /** In its place, under another name. */
    private static boolean isRename(ObjectJob job) {
        var target = job.target();
        return job.selected() == 1
                && job.bucketId().equals(job.targetBucketId())
                && target != null
                && folder(target).equals(folder(job.what()));
    }

    private static String of(Form form, String plain, String doing, String done) {
        return switch (form) {
            case PLAIN -> plain;
            case DOING -> doing;
            case DONE -> done;
        };
    }

    private static String what(ObjectJob job) {
        var more = job.selected() - 1;
        if (job.what().isEmpty()) return "all";
        return name(job.what()) + (more > 0 ? " and " + Numbers.count(more) + " more" : "");
    }

    private static String to(ObjectJob job) {
        var target = job.target();
        if (target == null) return "";
        var folder = folder(target);
        var elsewhere = job.bucketId().equals(job.targetBucketId()) ? "" : " another bucket,";
        return " to" + elsewhere + " " + (folder.isEmpty() ? "the top folder" : FileNames.visible(folder));
    }

    private static String below(ObjectJob job) {
        return job.what().isEmpty() ? "" : " below " + FileNames.visible(job.what());
    }

    /** The last step of a path; a folder keeps its slash. */
    static String name(String key) {
        var name = key.substring(folder(key).length());
        return name.endsWith("/")
                ? FileNames.visible(name.substring(0, name.length() - 1)) + "/"
                : FileNames.visible(name);
    }

    private static String folder(String key) {
        return Place.around(key).prefix();
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
