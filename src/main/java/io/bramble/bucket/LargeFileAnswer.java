package io.bramble.bucket;

import io.bramble.storage.SignedPut;
import java.util.List;
import java.util.UUID;

/** What became of the wish to send a file in parts. */
public sealed interface LargeFileAnswer {
    /**
     * Send it in so many parts, numbered from 1, all but the last of that size.
     *
     * @param checked each part has to be sent with its CRC-32, and the whole is compared with its own
     * @param stored all of it is there already: an earlier call completed it
     */
    record Begun(UUID id, long partBytes, int parts, boolean checked, boolean stored) implements LargeFileAnswer {}

    /** The key names an object, which is to stay. */
    record Taken() implements LargeFileAnswer {}

    /** @param message for people: what is wrong and what to do */
    record Refused(FileAnswer.Refusal reason, String message) implements LargeFileAnswer {}

    /** Where one part may be sent within 15 minutes. */
    record SignedPart(int number, SignedPut put) {}

    /** What has come of the whole. */
    enum State {
        /** It is an object. */
        STORED,
        /** Its key was taken meanwhile; its parts are gone. */
        TAKEN,
        /** Some parts have not arrived, or not as planned. */
        MISSING,
        /** It is not what was sent; its parts are gone. */
        DAMAGED,
        /** The engine knows nothing of it any more. */
        GONE
    }

    /** @param missing the numbers of the parts to be sent (again); else empty */
    record End(State state, List<Integer> missing) {
        static End of(State state) {
            return new End(state, List.of());
        }
    }
}
