package io.bramble.storage.minio;

import io.bramble.storage.Release.Advisory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Known holes by the date of a release. MinIO is archived since February 2026 and its fork Silo counts on in dates, so a
 * date tells both apart.
 *
 * @see <a href="https://github.com/pgsty/silo/security/advisories">Silo's advisories</a>
 */
final class Advisories {
    private static final String EDGE = "Update to Silo RELEASE.2026-09-16 or later, or keep the rules of "
            + "k8s/base/edge/ before every address of this engine.";

    private static final List<Known> ALL = List.of(
            known(
                    "2023-05-18",
                    "2026-04-11",
                    "CVE-2026-40344",
                    "Whoever knows the id of an access key can write objects without its secret, as an archive."),
            known(
                    "2023-05-18",
                    "2026-04-11",
                    "CVE-2026-41145",
                    "Whoever knows the id of an access key can write objects without its secret."),
            known(
                    "2019-01-01",
                    "2026-09-16",
                    "SN-2026-011",
                    "A signed upload can be turned into a copy of anything its signer may read."),
            known(
                    "2019-01-01",
                    "2026-09-16",
                    "SN-2026-012",
                    "What a signed request says about its body is not always checked."),
            known(
                    "2019-01-01",
                    "2026-09-16",
                    "SN-2026-013",
                    "With several sites, access that was taken away can come back."));

    private Advisories() {}

    private record Known(Instant from, Instant before, Advisory advisory) {
        private boolean concerns(Instant releasedAt) {
            return !releasedAt.isBefore(from) && releasedAt.isBefore(before);
        }
    }

    private static Known known(String from, String before, String id, String danger) {
        return new Known(day(from), day(before), new Advisory(id, danger, EDGE));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    /** @param releasedAt null for a build that does not say, of which the worst is believed */
    static List<Advisory> of(@Nullable Instant releasedAt) {
        return ALL.stream()
                .filter(known -> releasedAt == null || known.concerns(releasedAt))
                .map(Known::advisory)
                .toList();
    }
}
