package io.bramble.provisioning;

import io.bramble.storage.Drift;
import io.bramble.storage.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells operators what should be looked at on an engine that works: what others did to it, and holes in what it runs. */
final class Findings {
    private static final int MOST = 5;

    private Findings() {}

    /** @param drift null leaves what was known */
    static Conditions note(Conditions before, @Nullable Drift drift, Instant now) {
        if (drift == null) return before;
        return drift.equals(Drift.NONE)
                ? before.with(EngineRow.DRIFT, false, "AsMade", "Nobody but Bramble has let anybody in.", now)
                : before.with(EngineRow.DRIFT, true, "Changed", words(drift), now);
    }

    /** @param release null leaves what was known */
    static Conditions note(Conditions before, @Nullable Release release, Instant now) {
        if (release == null) return before;
        var holes = release.advisories().stream().map(Findings::words).collect(Collectors.joining("\n"));
        return holes.isEmpty()
                ? before.with(EngineRow.HOLES, false, "NoneKnown", "Runs " + release.version() + ".", now)
                : before.with(EngineRow.HOLES, true, "Known", "Runs " + release.version() + ".\n" + holes, now);
    }

    static String words(Release.Advisory hole) {
        return hole.id() + ": " + hole.danger() + " " + hole.remedy();
    }

    private static String words(Drift drift) {
        var sentences = new ArrayList<String>();
        add(sentences, "Users that Bramble did not make: ", drift.foreignUsers(), "");
        add(sentences, "Policies that Bramble did not make: ", drift.foreignPolicies(), "");
        add(sentences, "Keys of the administrator: ", drift.foreignKeys(), "");
        add(sentences, "Changed by somebody else: ", drift.changed(), " Bramble puts this right by itself.");
        return String.join(" ", sentences);
    }

    private static void add(List<String> sentences, String what, List<String> names, String after) {
        if (names.isEmpty()) return;
        var first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        var more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        sentences.add(what + first + more + "." + after);
    }
}
