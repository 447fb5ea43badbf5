package io.bramble.ui.files;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.bramble.account.Standing;
import io.bramble.bucket.TicketRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The door for files into the folder that is shown: a menu, and the whole page to drop and paste on. The browser sends
 * the bytes to the store by itself; from here it gets a ticket.
 */
@Tag("bramble-uploader")
@NpmPackage(value = "hash-wasm", version = "4.12.0") // CRC-32, many times as fast as in JavaScript
@NpmPackage(value = "idb", version = "8.0.3") // IndexedDB by promises
@JsModule("./components/uploader/uploader.ts")
class Uploader extends Component {
    private static final String BROKEN = "This should not have happened. Try again.";

    private final transient BucketFiles files;
    private final transient Runnable arrived;

    /** @param arrived files have come into the bucket */
    Uploader(BucketFiles files, Runnable arrived) {
        this.files = files;
        this.arrived = arrived;
        getElement()
                .setProperty("bucketId", files.bucket().id().toString())
                .setProperty("bucket", files.bucket().name())
                .setProperty("person", files.acting().userId().toString())
                .setProperty("closed", !files.mayWrite());
    }

    /** While the account may not write, the menu says why it cannot be opened. */
    void permit(Standing standing) {
        var refused = standing.writes() ? "" : "The account's standing allows no uploads; the operator lifts this.";
        getElement().setProperty("refused", refused);
    }

    void setFolder(String prefix) {
        getElement().setProperty("prefix", prefix);
    }

    /**
     * Begins an upload, and answers when that is done.
     *
     * @param request what the answer names again
     * @param folder as it was when the files came; the person may have moved on
     */
    @ClientCallable
    void prepare(double request, String folder, List<String> names) {
        answer(request, () -> files.startUpload(folder, names));
    }

    /** Gives another ticket for an upload that was interrupted. */
    @ClientCallable
    void renew(double request, String uploadId) {
        answer(request, () -> files.renewUpload(UUID.fromString(uploadId)));
    }

    private void answer(double request, Supplier<Object> question) {
        Beside.call(question, answer -> answer(request, answer), problem -> {
            var sentence = Problems.isRefusal(problem) ? Problems.sentence(problem) : BROKEN;
            answer(request, Map.of("problem", sentence, "ended", problem instanceof TicketRefused));
            if (!Problems.isRefusal(problem)) throw problem;
        });
    }

    @ClientCallable
    void arrived() {
        arrived.run();
    }

    private void answer(double request, Object answer) {
        getElement().callJsFunction("answer", request, answer);
    }
}
