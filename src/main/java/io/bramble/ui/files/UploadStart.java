package io.bramble.ui.files;

import io.bramble.bucket.UploadPlan;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page needs to begin an upload.
 *
 * @param taken of the names that were asked about, those that exist
 * @param more the folder is too large to compare all
 * @param keepsVersions what is replaced stays as an old version
 */
record UploadStart(String uploadId, String ticket, List<String> taken, boolean more, boolean keepsVersions) {
    private static final int MOST_PAGES = 10;
    private static final int PAGE_ROWS = 1000;

    /** @param names first names below the folder, folders with a slash: if none is taken, no file's path is */
    static UploadStart of(
            UploadPlan plan,
            String folder,
            List<String> names,
            boolean keepsVersions,
            Function<ListRequest, ObjectPage> store) {
        var wanted = new HashSet<>(names.stream().map(folder::concat).toList());
        var found = new HashSet<String>();
        var next = read(store, ListRequest.folder(folder + shared(names), PAGE_ROWS), wanted, found, MOST_PAGES);
        var taken = names.stream().filter(name -> found.contains(folder + name)).toList();
        return new UploadStart(plan.uploadId().toString(), plan.ticket(), taken, next != null, keepsVersions);
    }

    /** For an upload that was interrupted: what its names are to be was decided when it began. */
    static UploadStart again(UploadPlan plan) {
        return new UploadStart(plan.uploadId().toString(), plan.ticket(), List.of(), false, false);
    }

    private static @Nullable String read(
            Function<ListRequest, ObjectPage> store,
            ListRequest first,
            Set<String> wanted,
            Set<String> found,
            int pages) {
        var request = first;
        for (var left = pages; left > 0; left--) {
            var page = store.apply(request);
            page.objects().forEach(object -> found.add(object.key()));
            found.addAll(page.commonPrefixes());
            found.retainAll(wanted);
            if (page.nextToken() == null) return null;
            request = request.after(page.nextToken());
        }
        return request.continuationToken();
    }

    /** How all names begin: one name is looked up by itself, however large the folder. */
    private static String shared(List<String> names) {
        var first = names.isEmpty() ? "" : names.getFirst();
        var length = first.endsWith("/") ? first.length() - 1 : first.length();
        for (var name : names) while (!name.startsWith(first.substring(0, length))) length--;
        return first.substring(0, length);
    }

    @Override
    public String toString() {
        return "UploadStart[" + uploadId + "]";
    }
}
