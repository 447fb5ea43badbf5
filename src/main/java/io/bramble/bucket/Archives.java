package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.storage.ListRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a browser packs into one archive: names, a batch at a time. Each file is signed when its turn comes
 * ({@link Files#download}), so nothing expires in a queue.
 */
@Component
public class Archives {
    private static final int BATCH = 1000;

    private final Doors doors;

    Archives(Doors doors) {
        this.doors = doors;
    }

    /**
     * @param from {@link Archive#next()}, null for the beginning
     * @throws BucketNotFound for an unknown bucket or another account's
     * @throws StandingForbids when the account may not read
     */
    public Archive list(Membership acting, UUID bucketId, ObjectSelection selection, @Nullable String from) {
        var door = doors.toRead(acting, bucketId, Purpose.MANAGE);
        var at = from == null ? new At(0, null) : At.of(from);
        var files = selection.files();
        if (at.source < files.size())
            return chosen(files, at.source, !selection.folders().isEmpty());
        var folder = at.source - files.size();
        if (folder >= selection.folders().size()) return new Archive(List.of(), null);
        var page = Canary.hide(door.store()
                .list(
                        door.name(),
                        ListRequest.subtree(selection.folders().get(folder), BATCH)
                                .after(at.token)));
        var more = folder + 1 < selection.folders().size();
        var next = page.nextToken() != null
                ? new At(at.source, page.nextToken()).text()
                : more ? new At(at.source + 1, null).text() : null;
        return new Archive(
                page.objects().stream()
                        .map(object -> Archive.Entry.of(object, ""))
                        .toList(),
                next);
    }

    private static Archive chosen(List<String> files, int first, boolean folders) {
        var last = Math.min(first + BATCH, files.size());
        var entries = files.subList(first, last).stream()
                .map(key -> new Archive.Entry(key, -1, 0))
                .toList();
        return new Archive(entries, last < files.size() || folders ? new At(last, null).text() : null);
    }

    /** How far it came: files first, then folders, the latter with the engine's own token. */
    private record At(int source, @Nullable String token) {
        static At of(String text) {
            var bar = text.indexOf('|');
            try {
                var source = Integer.parseInt(text.substring(0, Math.max(0, bar)));
                if (source < 0) throw new NumberFormatException();
                return new At(source, bar + 1 == text.length() ? null : text.substring(bar + 1));
            } catch (NumberFormatException made) {
                throw new InvalidField("from", "Begin anew, or go on with what the answer before said.");
            }
        }

        String text() {
            return source + "|" + (token == null ? "" : token);
        }
    }
}
