package io.bramble.ui.files;

import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Refusals;

/** What calls beside the lock throw. Refusals have words for the person; the rest is for the error handler. */
final class Problems {
    private Problems() {}

    static boolean isRefusal(RuntimeException problem) {
        return Refusals.sentence(problem).isPresent();
    }

    /** A refusal as a notice; all else goes to the error handler. */
    static void tell(RuntimeException problem) {
        Notices.refused(sentence(problem));
    }

    /** A refusal's words; all else goes to the error handler. */
    static String sentence(RuntimeException problem) {
        return Refusals.sentence(problem).orElseThrow(() -> problem);
    }
}
