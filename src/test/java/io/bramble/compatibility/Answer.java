package io.bramble.compatibility;

import static java.util.Locale.ROOT;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an engine makes of an operation.
 *
 * @param words the S3 error code of a refusal, what is wrong in a failure
 * @param note what people should know about it; written with an expectation
 */
record Answer(Kind kind, String words, String note) {
    enum Kind {
        WORKS,
        /** With a status of 4xx or 501 and an S3 error code. */
        REFUSED,
        FAILS
    }

    static final Answer WORKS = new Answer(Kind.WORKS, "", "");

    private static final Pattern WRITTEN =
            Pattern.compile("(works|refused|fails)(?:: ([^;]*))?(?:; (.*))?", Pattern.DOTALL);

    static Answer refused(String code) {
        return new Answer(Kind.REFUSED, code, "");
    }

    /** A refusal is clear when its status says whose fault it is, and it has a code. */
    static Answer ofError(int status, String code) {
        var clear = !code.isEmpty() && (status == 501 || status / 100 == 4);
        return clear ? refused(code) : fails("HTTP " + status + " " + code);
    }

    static Answer fails(String why) {
        return new Answer(Kind.FAILS, why, "");
    }

    /** @param written as {@code works}, {@code refused: AccessDenied; a note}, {@code fails: why} */
    static Answer of(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) throw new IllegalArgumentException("Not an answer: " + written);
        return new Answer(Kind.valueOf(parts.group(1).toUpperCase(ROOT)), text(parts.group(2)), text(parts.group(3)));
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Failures are alike: how a client words one changes with its version. */
    boolean isAs(Answer expected) {
        return kind == expected.kind && (kind == Kind.FAILS || words.equals(expected.words));
    }
}
