package io.bramble.ui.files;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.bramble.bucket.Archive;
import io.bramble.bucket.ObjectSelection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs what was chosen into one archive, in the browser: the bytes go there straight from the store. From here come the
 * names and, when a file's turn comes, its signature. Belongs to the whole page, so it goes on when the person does.
 */
@Tag("bramble-zip")
@JsModule("./components/zip/zip-download.ts")
@NpmPackage(value = "client-zip", version = "2.5.1") // streams, ZIP64; 6 KB
final class ZipDownload extends Component {
    private static final String BROKEN = "This should not have happened. Try again.";

    private final transient BucketFiles files;
    private final transient Collection<Row> rows;
    private final transient Map<String, Long> sizes;
    private final transient ObjectSelection selection;

    private ZipDownload(BucketFiles files, Collection<Row> rows, String below, String name) {
        this.files = files;
        this.rows = List.copyOf(rows);
        this.sizes = rows.stream().filter(Row::isFile).collect(toMap(Row::key, Row::sizeBytes));
        this.selection = Clip.selection(rows);
        getElement().setProperty("below", below).setProperty("name", name);
    }

    /**
     * @param below what archive paths leave out: the folder that is shown
     * @param name of the archive, without ".zip"
     */
    static void begin(BucketFiles files, Collection<Row> rows, String below, String name) {
        UI.getCurrentOrThrow().add(new ZipDownload(files, rows, below, name));
    }

    /** @param request what the answer names again */
    @ClientCallable
    void list(double request, @Nullable String from) {
        Beside.call(
                () -> files.archive(selection, from),
                part -> answer(request, withSizes(part)),
                problem -> refuse(request, problem));
    }

    /** Of what was chosen by name its row knows the size: the browser opens but small files before their turn. */
    private Archive withSizes(Archive part) {
        var entries = part.entries().stream()
                .map(entry -> entry.sizeBytes() < 0
                        ? new Archive.Entry(entry.key(), sizes.getOrDefault(entry.key(), -1L), entry.modifiedMillis())
                        : entry)
                .toList();
        return new Archive(entries, part.next());
    }

    @ClientCallable
    void sign(double request, List<String> keys) {
        Beside.call(
                () -> keys.stream().map(key -> files.download(key).toString()).toList(),
                urls -> answer(request, urls),
                problem -> refuse(request, problem));
    }

    /** Nothing was written, and nothing will be. */
    @ClientCallable
    void tooMany() {
        removeFromParent();
        new TooManyFilesDialog(files.bucket(), rows).open();
    }

    /** Nothing more to do or to say. */
    @ClientCallable
    void ended() {
        removeFromParent();
    }

    private void refuse(double request, RuntimeException problem) {
        answer(request, Map.of("problem", Problems.isRefusal(problem) ? Problems.sentence(problem) : BROKEN));
        if (!Problems.isRefusal(problem)) throw problem;
    }

    private void answer(double request, Object answer) {
        getElement().callJsFunction("answer", request, answer);
    }
}
