package io.bramble.web;

import io.bramble.bucket.Preview;
import io.bramble.bucket.Share;
import io.bramble.bucket.SharedFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/** What a link's pages say, in words. */
final class SharedPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private SharedPage() {}

    /** A link of a page and what it is called. */
    record Step(String name, String href) {}

    /** @param view empty for what is downloaded only */
    record File(String name, String size, String day, String download, String view) {}

    static File file(SharedFile file, String base, boolean mayView) {
        return new File(
                visible(file.name()),
                Numbers.bytes(file.sizeBytes()),
                day(file.modifiedAt()),
                address(base + "/file", file.path()),
                mayView && Preview.of(file.name()).isPresent() ? address(base + "/view", file.path()) : "");
    }

    static Step folder(String path, String base) {
        var name = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
        return new Step(visible(name), address(base, path));
    }

    /** From what is shared down to a folder. */
    static List<Step> steps(String path, String base) {
        var steps = new ArrayList<Step>();
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            steps.add(folder(path.substring(0, slash + 1), base));
        return steps;
    }

    /** What a link is called outside: the last part of its path, never its owner's name for it. */
    static String title(Share share) {
        if (share.path().isEmpty()) return "Shared files";
        var path = share.path().replaceFirst("/$", "");
        return visible(path.substring(path.lastIndexOf('/') + 1));
    }

    /** What an archive of a folder is called, without ".zip". */
    static String archive(Share share, String path) {
        return path.isEmpty() ? title(share) : folder(path, "").name();
    }

    static String address(String base, String path) {
        return path.isEmpty()
                ? base
                : UriComponentsBuilder.fromPath(base)
                        .queryParam("path", "{path}")
                        .encode()
                        .buildAndExpand(path)
                        .toUriString();
    }

    static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }

    /** Control characters can be seen; a name in {@code <bdi>} does not turn the text around it. */
    static String visible(String name) {
        return name.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
